import type { Activity, TurnContext } from 'botbuilder-core'
import type { StoredActivity } from '../delivery/inbound-event'
import { LoaBot } from './loa-bot'
import { OUTCOME_TRACE, type TurnOutcome } from './turn-outcome'
import type { TurnServices } from './turn-services'

/** The part of a channel's adapter that a turn runs through: middleware, then the bot, then what was said. */
export type TurnAdapter = {
  runTurn(
    activity: Partial<Activity>,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<Partial<Activity>[]>
}

/** What a turn said, in order, and what it was. `outcome` is null where the activity concerned nobody. */
export type TurnResult = { said: Partial<Activity>[]; outcome: TurnOutcome | null }

/** Runs one turn of a conversation: the activity in, everything the bot says out. Effects go through the services. */
export async function runTurn(
  adapter: TurnAdapter,
  activity: StoredActivity,
  services: TurnServices,
): Promise<TurnResult> {
  const bot = new LoaBot(services)
  const said = await adapter.runTurn(activity, (context) => bot.run(context))
  const trace = said.find(({ type, name }) => type === 'trace' && name === OUTCOME_TRACE)
  return { said, outcome: (trace?.value as TurnOutcome | undefined) ?? null }
}
