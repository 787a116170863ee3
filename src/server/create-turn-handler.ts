import { randomInt } from 'node:crypto'
import type { Content } from '../bot/content'
import { runTurn } from '../bot/run-turn'
import type { ChannelAdapter } from '../channels/channel-adapter'
import type { TurnStores } from '../delivery/create-turn-worker'
import { isWithStaff } from '../delivery/find-hindrance'
import type { InboundEvent } from '../delivery/inbound-event'
import type { OutboundMessage } from '../delivery/outbound-message'
import { recordTurn } from '../insights/record-turn'
import type { Bulletin } from '../knowledge/bulletin'
import { createShortCode, RECEIPT_CODE_LENGTH } from '../text/short-code'
import { createCodeDesk } from './create-code-desk'

/** What the turn worker is given: how an event is handled, and what is said when that fails for good. */
export type TurnHandler = {
  handle(event: InboundEvent, stores: TurnStores): Promise<OutboundMessage[]>
  apologise(event: InboundEvent): OutboundMessage[]
}

/** Joins the channels, the bot and the turn's stores. */
export function createTurnHandler(options: {
  adapters: ReadonlyMap<string, ChannelAdapter>
  content: () => Content
  /** Official notices that were let out, from memory: a turn does not wait for them. */
  bulletins: () => readonly Bulletin[]
  /** The site's address, without a slash at the end. */
  site: () => string
  /** How long staff keep a conversation in which they no longer write, in milliseconds. */
  staffHoldMs: () => number
  now: () => number
  /** Called with what a turn was, for the metrics; `with_staff` where the bot kept silent. */
  onTurn(channel: string, kind: string): void
}): TurnHandler {
  const { adapters, content, bulletins, site, staffHoldMs, now, onTurn } = options
  const codes = createCodeDesk()

  const adapterOf = ({ channel }: InboundEvent): ChannelAdapter => {
    const adapter = adapters.get(channel)
    if (!adapter) throw new Error(`the channel ${channel} is off: its events wait until it is on`)
    return adapter
  }
  const addressOf = ({ conversation, activity }: InboundEvent) => ({
    conversation,
    person: (activity.from as { id: string }).id, // every channel's activities have it
  })

  return {
    async handle(event, stores) {
      const adapter = adapterOf(event)
      const staffSince = await stores.conversations.readStaffSince(event.conversation)
      const mustHandle = event.activity.name === 'erase'
      if (!mustHandle && isWithStaff(staffSince, { staffHoldMs: staffHoldMs(), now: now() })) {
        onTurn(event.channel, 'with_staff')
        return []
      }
      adapter.showTyping(addressOf(event).person)
      const { said, outcome } = await runTurn(adapter, event.activity, {
        content: content(),
        bulletins: bulletins(),
        site: site(),
        now: now(),
        limits: toLimits(content()),
        storage: stores.state,
        flowVersions: stores.flowVersions,
        codes: codes(stores, { conversation: event.conversation, now: now() }),
        erase: () =>
          stores.erasures.erase(event.conversation, {
            askedBy: mustHandle ? 'platform' : 'person',
            now: now(),
            createCode: () => createShortCode(RECEIPT_CODE_LENGTH, randomInt),
          }),
      })
      if (outcome) {
        if (outcome.kind !== 'flood') await recordTurn(event, outcome, { stores, now: now() })
        onTurn(event.channel, outcome.kind)
      }
      return adapter.toMessages(said, addressOf(event))
    },

    apologise(event) {
      const text = content().knowledge.messages.failed
      return (
        adapters.get(event.channel)?.toMessages([{ type: 'message', text }], addressOf(event)) ?? []
      )
    },
  }
}

function toLimits({ knowledge }: Content) {
  const { messages_per_minute: perMinute, messages_per_hour: perHour } = knowledge.settings.limits
  return { perMinute, perHour }
}
