import { messengerText, messengerWebhook } from '../../tests/stand-ins/messenger-webhooks'
import type { WebhookCall } from '../../tests/stand-ins/webhook-call'

/** What is asked: answers, questions back, nothing known, a guide begun. */
const SAID = [
  'chip có theo dõi mình không',
  'làm căn cước cho con nhỏ ở đâu',
  'lam can cuoc het bao nhieu tien',
  'kích hoạt tài khoản thế nào',
  'quên mật khẩu vneid',
  'giá vàng hôm nay',
  'mã qr trên thẻ có gì',
  'điện thoại cũ có cài được không',
]

let brought = 0

/** Signed calls of new people who each ask one thing; `perCall` messages in a call. No two are the same, ever. */
export function createCalls(count: number, appSecret: string, perCall = 1): WebhookCall[] {
  return Array.from({ length: count }, () => {
    const items = Array.from({ length: perCall }, () => {
      brought += 1
      const origin = { person: `3${String(brought).padStart(9, '0')}`, timestamp: Date.now() }
      return messengerText(SAID[brought % SAID.length] ?? '', { mid: `m_${brought}`, ...origin })
    })
    return messengerWebhook(items, appSecret)
  })
}

/** The person of each message of a call with one message. */
export function personOf({ rawBody }: WebhookCall): string {
  return /"sender":\{"id":"(\d+)"/.exec(rawBody.toString())?.[1] ?? ''
}
