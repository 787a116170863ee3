import { appendFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { acceptEvents } from '../../src/delivery/accept-events'
import { createSendWorker } from '../../src/delivery/create-send-worker'
import { createTurnWorker } from '../../src/delivery/create-turn-worker'
import type { InboundEvent } from '../../src/delivery/inbound-event'
import { RightOfWay } from '../../src/delivery/right-of-way'
import { openDatabase } from '../../src/storage/open-database'

/**
 * A small bot in a process of its own, to be killed. Events come from the parent as messages and are acknowledged
 * once they are stored, as a webhook is. Each is added to the list in its conversation's state and answered with
 * two messages; the platform that takes them is a file with a line for each.
 */
async function main([url = '', platform = '', leaseMs = '']: string[]): Promise<void> {
  const database = await openDatabase(url)
  const common = { database, onOutcome: () => {}, now: Date.now, random: Math.random }
  const sender = createSendWorker({
    ...common,
    leaseMs: Number(leaseMs),
    onAlert: () => {},
    senders: new Map([
      [
        'web',
        async ({ conversation, payload }) => {
          await setTimeout(1)
          appendFileSync(platform, `${conversation} ${payload.text}\n`)
          return {}
        },
      ],
    ]),
  })
  const turns = createTurnWorker({
    rightOfWay: new RightOfWay(),
    ...common,
    apologise: () => [],
    onReplies: () => sender.wake(),
    handle: async ({ channel, conversation, eventId }, { state }) => {
      const before = (await state.read([conversation]))[conversation] as
        | { ids: string[] }
        | undefined
      await setTimeout(1)
      await state.write({ [conversation]: { ids: [...(before?.ids ?? []), eventId] } })
      return ['1', '2'].map((part) => ({
        channel,
        conversation,
        payload: { text: `${eventId}.${part}` },
      }))
    },
  })
  // One after another, as they come: what is stored first is handled first.
  let accepted: Promise<unknown> = Promise.resolve()
  process.on('message', (event: InboundEvent) => {
    accepted = accepted.then(async () => {
      await acceptEvents(
        database,
        { events: [event], confirmations: [], handovers: [] },
        Date.now(),
      )
      process.send?.(event.eventId)
      turns.wake()
    })
  })
  turns.start()
  sender.start()
  process.send?.('ready')
}

void main(process.argv.slice(2))
