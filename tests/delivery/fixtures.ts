import type { InboundEvent } from '../../src/delivery/inbound-event'
import type { OutboundMessage } from '../../src/delivery/outbound-message'
import type { Outcome } from '../../src/delivery/outcome'
import { inboxTable } from '../../src/storage/inbox-table'
import type { Database } from '../../src/storage/open-database'
import { outboxTable } from '../../src/storage/outbox-table'

/** A clock that stands still until it is moved. Epoch milliseconds. */
export type TestClock = { now: () => number; pass(ms: number): void }

export function createTestClock(start = 1_000_000): TestClock {
  let time = start
  return {
    now: () => time,
    pass: (ms) => {
      time += ms
    },
  }
}

/** An event of person `person`; its id says what it is. */
export function event(eventId: string, person = 'an', occurredAt = 0): InboundEvent {
  return {
    channel: 'web',
    eventId,
    conversation: `web:site:${person}`,
    occurredAt,
    activity: { type: 'message', text: eventId },
  }
}

/** A message to person `person`. */
export function message(text: string, person = 'an', channel = 'web'): OutboundMessage {
  return { channel, conversation: `${channel}:site:${person}`, payload: { text } }
}

/** Puts events into the inbox. */
export function addEvents({ kysely, dialect }: Database, events: InboundEvent[], now: number) {
  return inboxTable(kysely, dialect).add(events, now)
}

/** Puts messages into the outbox. */
export function addMessages(
  { kysely, dialect }: Database,
  messages: OutboundMessage[],
  now: number,
) {
  return outboxTable(kysely, dialect).add(messages, { inboxId: null, now })
}

/** The inbox in the order of arrival. */
export function inboxRows({ kysely }: Database) {
  return kysely
    .selectFrom('inbox')
    .select(['event_id as eventId', 'status', 'attempts', 'error'])
    .orderBy('id')
    .execute()
}

/** The outbox in order; `text` is the message's. */
export async function outboxRows({ kysely }: Database) {
  const rows = await kysely.selectFrom('outbox').selectAll().orderBy('id').execute()
  return rows.map(({ payload, status, attempts, error, platform_message_id, inbox_id }) => ({
    text: JSON.parse(payload).text as string,
    status,
    attempts,
    error,
    platformMessageId: platform_message_id,
    inboxId: inbox_id,
  }))
}

/** Waits until a condition holds. Fails the test after half a minute. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 3_000; waited += 1) {
    if (await condition()) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('waited half a minute in vain')
}

/** Collects outcomes as `outcome` or `outcome:code`. */
export function createOutcomes() {
  const seen: string[] = []
  const onOutcome = ({ outcome, code }: Outcome) => {
    seen.push(code ? `${outcome}:${code}` : outcome)
  }
  return { seen, onOutcome }
}

/** A door that work waits at until the test opens it. */
export function createGate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open }
}
