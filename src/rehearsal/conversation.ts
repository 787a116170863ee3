import type { Content } from '../bot/content'
import { GuardMiddleware } from '../bot/guard-middleware'
import { runTurn, type TurnResult } from '../bot/run-turn'
import type { TurnOutcome } from '../bot/turn-outcome'
import { CHANNEL_LIMITS, type ChannelName } from '../channels/channel-limits'
import { ConsoleAdapter, type ConsoleMessage } from '../channels/console/console-adapter'
import type { Bulletin } from '../knowledge/bulletin'
import { createInMemoryServices } from './in-memory-services'

/** What a line of a conversation can be; `wait` is the command's own business. */
export type ConversationInput = { text: string } | { payload: string } | { attachment: string }

/** What one line set in motion; `said` is the same before the channel's limits. */
export type ConversationReply = {
  outcome: TurnOutcome | null
  messages: ConsoleMessage[]
  said: TurnResult['said']
}

/** One conversation with the bot, from beginning to end, as on a platform but without one. */
export type Conversation = { say(input: ConversationInput): Promise<ConversationReply> }

/**
 * Begins a conversation as it would be on a channel. `now` is epoch milliseconds and may jump: time passes as the caller
 * says. `bulletins`: official notices that were let out.
 */
export function beginConversation(
  content: Content,
  channel: ChannelName,
  now: () => number,
  bulletins: readonly Bulletin[] = [],
): Conversation {
  const adapter = new ConsoleAdapter({ name: channel, limits: CHANNEL_LIMITS[channel] }, now)
  adapter.use(new GuardMiddleware(() => content.knowledge.settings.allowed_domains))
  const services = createInMemoryServices(content, now, bulletins)
  return {
    async say(input) {
      const rawBody = Buffer.from(JSON.stringify(input))
      const { events } = adapter.receive({ method: 'POST', query: {}, headers: {}, rawBody })
      const messages: ConsoleMessage[] = []
      const said: TurnResult['said'] = []
      let outcome: TurnOutcome | null = null
      for (const { activity, conversation } of events) {
        const turn = await runTurn(adapter, activity, services())
        outcome = turn.outcome
        said.push(...turn.said)
        const outgoing = adapter.toMessages(turn.said, { conversation, person: 'person' })
        // The payloads are what ConsoleAdapter.render made.
        messages.push(...outgoing.map(({ payload }) => payload as ConsoleMessage))
      }
      return { outcome, messages, said }
    },
  }
}
