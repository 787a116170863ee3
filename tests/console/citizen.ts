import { SECRETS } from '../e2e/start-program'
import { until } from '../e2e/until'
import { messengerPostback, messengerText, messengerWebhook } from '../stand-ins/messenger-webhooks'
import { deliver } from '../stand-ins/webhook-call'
import type { OpenConsole } from './open-console'

/** Someone who writes to the page on Messenger. */
export type Citizen = {
  /** Writes, and waits until something was replied; `silent` does not wait. */
  ask(text: string, options?: { silent?: boolean }): Promise<void>
  press(payload: string): Promise<void>
  /** The texts that they were sent, oldest first. */
  heard(): string
}

let messages = 0

/** A citizen with an id of their own. */
export function createCitizen(
  program: Pick<OpenConsole, 'url' | 'messenger'>,
  person: string,
): Citizen {
  const received = () =>
    program.messenger.received.filter(({ body }) => JSON.stringify(body).includes(`"${person}"`))
  const post = async (item: object) => {
    const before = received().length
    const call = messengerWebhook([item], SECRETS.appSecret)
    await deliver(`${program.url}/webhooks/messenger`, call)
    return () => until('a reply', () => received().length > before)
  }
  const mid = () => `m_citizen_${messages++}`
  return {
    async ask(text, { silent = false } = {}) {
      const replied = await post(messengerText(text, { mid: mid(), person }))
      if (!silent) await replied()
    },
    async press(payload) {
      await (await post(messengerPostback({ title: 'Nút', payload }, { mid: mid(), person })))()
    },
    heard: () =>
      received()
        .map(({ body }) => JSON.stringify(body))
        .join('\n'),
  }
}
