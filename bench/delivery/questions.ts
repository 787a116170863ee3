import { messengerText, messengerWebhook } from '../../tests/stand-ins/messenger-webhooks'
import type { WebhookCall } from '../../tests/stand-ins/webhook-call'

/** What is asked: answers, a question back, nothing known. */
const SAID = [
  'chip có theo dõi mình không',
  'lam can cuoc het bao nhieu tien',
  'quên mật khẩu vneid',
  'giá vàng hôm nay',
  'mã qr trên thẻ có gì',
]

/** Who asks, in turn: enough that at 200 messages a second nobody asks more often than people do. */
export const PEOPLE = 1_000

let brought = 0

/** Signed calls in which each person asks in turn; `perCall` messages in a call. No two messages are the same, ever. */
export function createCalls(count: number, appSecret: string, perCall = 1): WebhookCall[] {
  return Array.from({ length: count }, () => {
    const items = Array.from({ length: perCall }, () => {
      brought += 1
      const person = `3${String(brought % PEOPLE).padStart(9, '0')}`
      const text = SAID[Math.floor(brought / PEOPLE) % SAID.length] ?? ''
      return messengerText(text, { mid: `m_${brought}`, person, timestamp: Date.now() })
    })
    return messengerWebhook(items, appSecret)
  })
}

/** The person of a call with one message. */
export function personOf({ rawBody }: WebhookCall): string {
  return /"sender":\{"id":"(\d+)"/.exec(rawBody.toString())?.[1] ?? ''
}
