import { setTimeout } from 'node:timers/promises'
import type { Database } from '../../src/storage/open-database'
import { deliver, type WebhookCall } from '../stand-ins/webhook-call'
import { type CrowdPlatform, messengerCrowd, type Said } from './crowd-platform'
import { until } from './until'

/** What each person says, one after the other: every message moves the guide on by one step. */
const SAID = ['kích hoạt tài khoản thế nào', 'rồi', 'xong', 'xong ạ', 'ok xong']

/** What a stand-in has taken, in order. */
type Arrivals = { received: readonly { body: Record<string, unknown> }[] }

/** People who all walk through the same guide: a turn that is lost or made twice shows as a step. */
export type PeopleInAGuide = {
  /** How many messages have got their 200. */
  brought(): number
  /** How many calls were answered with 503. */
  refused(): number
  /**
   * Brings every message until it has its 200, as the platform does; a share of them again, from then on at any time.
   * @param pauseMs between a message and the next, default none
   */
  bringAll(pauseMs?: number): Promise<void>
  /** Every message in any order, some repeatedly, in as few calls as the platform makes of them. */
  shuffledCalls(): WebhookCall[]
  /** Brings nothing any more. */
  stop(): void
  /** Waits until nothing is open and checks that all was handled once, and every reply arrived in order. */
  expectAllAnswered(database: Database, arrivals: Arrivals): Promise<Answered>
}

/** What was found at the end. */
export type Answered = { replies: number; sentAgain: number }

/**
 * @param urls where the program can be reached now; asked before each call
 * @param platform where they write, by default Messenger
 */
export function createPeopleInAGuide(
  messages: number,
  urls: () => string[],
  platform: CrowdPlatform = messengerCrowd,
): PeopleInAGuide {
  const { channel } = platform
  const people = Math.ceil(messages / SAID.length)
  let brought = 0
  let refused = 0
  let isOver = false
  const again: Promise<void>[] = []

  const toSaid = (index: number): Said => ({
    id: `m_${index}`,
    person: `20${String(index % people).padStart(4, '0')}`,
    text: SAID[Math.floor(index / people)] ?? '',
    timestamp: 1_790_000_000_000 + index,
  })

  async function bring(index: number): Promise<void> {
    const [call] = platform.toCalls([toSaid(index)])
    for (let tried = index; call && !isOver; tried += 1) {
      const all = urls()
      const url = all[tried % all.length]
      const answer =
        url && (await deliver(`${url}/webhooks/${channel}`, call).catch(() => undefined))
      if (answer && answer.status === 200) return
      if (answer && answer.status === 503) refused += 1
      await setTimeout(50)
    }
  }

  return {
    brought: () => brought,
    refused: () => refused,
    async bringAll(pauseMs = 0) {
      for (let index = 0; index < messages; index += 1) {
        await bring(index)
        brought += 1
        if (index % 4 === 0) again.push(setTimeout(Math.random() * 500).then(() => bring(index)))
        if (pauseMs > 0) await setTimeout(pauseMs)
      }
      await Promise.all(again)
    },
    shuffledCalls() {
      const indexes = Array.from({ length: messages }, (_, index) => index)
      const repeated = [...indexes, ...indexes.filter((index) => index % 3 === 0)]
      const shuffled = repeated
        .map((index) => ({ index, place: Math.random() }))
        .sort((a, b) => a.place - b.place)
      return platform.toCalls(shuffled.map(({ index }) => toSaid(index)))
    },
    stop() {
      isOver = true
    },
    async expectAllAnswered({ kysely }, { received }) {
      const isDone = async (table: 'inbox' | 'outbox') => {
        const pending = kysely.selectFrom(table).select('id').where('status', '=', 'pending')
        return (await pending.where('channel', '=', channel).execute()).length === 0
      }
      const isAllDone = async () => (await isDone('inbox')) && (await isDone('outbox'))
      await until(`everything sent on ${channel}`, isAllDone, 180_000)

      const inbox = await kysely
        .selectFrom('inbox')
        .select(['event_id', 'status'])
        .where('channel', '=', channel)
        .execute()
      expect(inbox.filter(({ status }) => status === 'done')).toHaveLength(messages)
      expect(inbox).toHaveLength(messages)
      const outbox = await kysely
        .selectFrom('outbox')
        .select(['id', 'status', 'payload'])
        .where('channel', '=', channel)
        .orderBy('id')
        .execute()
      expect(outbox.filter(({ status }) => status !== 'sent')).toEqual([])
      expect(outbox.length).toBeGreaterThanOrEqual(messages)

      // A repeated turn would be a step too far, a lost one a step too few.
      const states = await kysely
        .selectFrom('state')
        .select(['key', 'value'])
        .where('key', 'like', `%${channel}:%`)
        .execute()
      expect(states).toHaveLength(people)
      for (const { key, value } of states) {
        const person = Number(/:20(\d{4})\b/.exec(key)?.[1])
        const [dialog] = JSON.parse(value).dialogs.dialogStack
        expect({ person, walked: dialog.state.position.trail.length }).toEqual({
          person,
          walked: Math.ceil((messages - person) / people) - 1,
        })
      }

      // What arrived twice was on its way when something broke; each message arrived, and in its conversation's order.
      const said = toLists(
        outbox.map(({ id, payload }) => platform.readRow({ id, payload: JSON.parse(payload) })),
      )
      const arrived = toLists(received.map(({ body }) => platform.readArrival(body)))
      for (const [person, marks] of said) {
        expect(marks).toEqual([...new Set(marks)])
        expect([...new Set(arrived.get(person))]).toEqual(marks)
      }
      expect(arrived.size).toBe(said.size)
      return { replies: outbox.length, sentAgain: received.length - outbox.length }
    },
  }
}

/** Each person's marks, in order. */
function toLists(all: readonly { person: string; mark: string }[]): Map<string, string[]> {
  const lists = new Map<string, string[]>()
  for (const { person, mark } of all) {
    const list = lists.get(person)
    if (list) list.push(mark)
    else lists.set(person, [mark])
  }
  return lists
}
