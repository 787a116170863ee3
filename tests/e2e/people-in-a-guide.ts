import { setTimeout } from 'node:timers/promises'
import type { Database } from '../../src/storage/open-database'
import type { MessengerPlatform } from '../stand-ins/messenger-platform'
import { messengerText, messengerWebhook } from '../stand-ins/messenger-webhooks'
import { deliver, type WebhookCall } from '../stand-ins/webhook-call'
import { SECRETS } from './start-program'
import { until } from './until'

/** What each person says, one after the other: every message moves the guide on by one step. */
const SAID = ['kích hoạt tài khoản thế nào', 'rồi', 'xong', 'xong ạ', 'ok xong']

/** People who all walk through the same guide: a turn that is lost or made twice shows as a step. */
export type PeopleInAGuide = {
  /** How many messages have got their 200. */
  brought(): number
  /** How many calls were answered with 503. */
  refused(): number
  /** Brings every message until it has its 200, as the platform does; a share of them again, from then on at any time. */
  bringAll(): Promise<void>
  /** Every message at once, in any order, some repeatedly, as items of one call. */
  shuffledCall(): WebhookCall
  /** Brings nothing any more. */
  stop(): void
  /** Waits until nothing is open and checks that all was handled once, and every reply arrived in order. */
  expectAllAnswered(database: Database, platform: MessengerPlatform): Promise<Answered>
}

/** What was found at the end. */
export type Answered = { replies: number; sentAgain: number }

/** @param urls where the program can be reached now; asked before each call */
export function createPeopleInAGuide(messages: number, urls: () => string[]): PeopleInAGuide {
  const people = Math.ceil(messages / SAID.length)
  let brought = 0
  let refused = 0
  let isOver = false
  const again: Promise<void>[] = []

  const toItem = (index: number) =>
    messengerText(SAID[Math.floor(index / people)] ?? '', {
      mid: `m_${index}`,
      person: `20${String(index % people).padStart(4, '0')}`,
      timestamp: 1_790_000_000_000 + index,
    })

  async function bring(index: number): Promise<void> {
    const call = messengerWebhook([toItem(index)], SECRETS.appSecret)
    for (let tried = index; !isOver; tried += 1) {
      const all = urls()
      const url = all[tried % all.length]
      const answer =
        url && (await deliver(`${url}/webhooks/messenger`, call).catch(() => undefined))
      if (answer && answer.status === 200) return
      if (answer && answer.status === 503) refused += 1
      await setTimeout(50)
    }
  }

  return {
    brought: () => brought,
    refused: () => refused,
    async bringAll() {
      for (let index = 0; index < messages; index += 1) {
        await bring(index)
        brought += 1
        if (index % 4 === 0) again.push(setTimeout(Math.random() * 500).then(() => bring(index)))
      }
      await Promise.all(again)
    },
    shuffledCall() {
      const indexes = Array.from({ length: messages }, (_, index) => index)
      const repeated = [...indexes, ...indexes.filter((index) => index % 3 === 0)]
      const shuffled = repeated
        .map((index) => ({ index, place: Math.random() }))
        .sort((a, b) => a.place - b.place)
      return messengerWebhook(
        shuffled.map(({ index }) => toItem(index)),
        SECRETS.appSecret,
      )
    },
    stop() {
      isOver = true
    },
    async expectAllAnswered({ kysely }, platform) {
      const open = async () => {
        const counts = await Promise.all(
          (['inbox', 'outbox'] as const).map((table) =>
            kysely
              .selectFrom(table)
              .select('id')
              .where('status', '=', 'pending')
              .execute()
              .then((rows) => rows.length),
          ),
        )
        return counts[0] === 0 && counts[1] === 0
      }
      await until('everything sent', open, 180_000)

      const inbox = await kysely
        .selectFrom('inbox')
        .select(['event_id', 'status'])
        .where('channel', '=', 'messenger')
        .execute()
      expect(inbox.filter(({ status }) => status === 'done')).toHaveLength(messages)
      expect(inbox).toHaveLength(messages)
      const outbox = await kysely
        .selectFrom('outbox')
        .select(['id', 'status'])
        .where('channel', '=', 'messenger')
        .execute()
      expect(outbox.filter(({ status }) => status !== 'sent')).toEqual([])
      expect(outbox.length).toBeGreaterThanOrEqual(messages)

      // A repeated turn would be a step too far, a lost one a step too few.
      const states = await kysely
        .selectFrom('state')
        .select(['key', 'value'])
        .where('key', 'like', '%messenger:%')
        .execute()
      expect(states).toHaveLength(people)
      for (const { key, value } of states) {
        const person = Number(/20(\d{4})/.exec(key)?.[1])
        const [dialog] = JSON.parse(value).dialogs.dialogStack
        expect({ person, walked: dialog.state.position.trail.length }).toEqual({
          person,
          walked: Math.ceil((messages - person) / people) - 1,
        })
      }

      // What arrived twice was on its way when something broke; each message arrived, and in its conversation's order.
      const arrived = new Map<string, number[]>()
      for (const { body } of platform.received) {
        const { recipient, message } = body as {
          recipient: { id: string }
          message: { metadata: string }
        }
        const ids = arrived.get(recipient.id) ?? []
        arrived.set(recipient.id, [...ids, Number(message.metadata.replace('loa:', ''))])
      }
      const once = [...arrived.values()].map((ids) => [...new Set(ids)])
      expect(once.flat()).toHaveLength(outbox.length)
      for (const ids of once) expect(ids).toEqual([...ids].sort((a, b) => a - b))
      return { replies: outbox.length, sentAgain: platform.received.length - outbox.length }
    },
  }
}
