import type { Middleware, TurnContext } from 'botbuilder-core'
import { findScamSigns, type ScamSign } from '../safety/find-scam-signs'
import type { SensitiveKind } from '../safety/redact'

/** What the guard saw in a message: the warnings come before anything else that is said. */
export type Alarm = { masked: SensitiveKind[]; scam: ScamSign[] }

const ALARM = Symbol('alarm')

/**
 * The guard in front of every turn: sees what was masked where the message came in, and signs of a scam, and leaves
 * them for the bot, which warns first.
 */
export class GuardMiddleware implements Middleware {
  readonly #officialDomains: () => readonly string[]

  constructor(officialDomains: () => readonly string[]) {
    this.#officialDomains = officialDomains
  }

  async onTurn(context: TurnContext, next: () => Promise<void>): Promise<void> {
    const { text, channelData } = context.activity
    context.turnState.set(ALARM, {
      masked: (channelData as { redacted?: SensitiveKind[] } | undefined)?.redacted ?? [],
      scam: findScamSigns(text ?? '', this.#officialDomains()),
    } satisfies Alarm)
    await next()
  }
}

/** What the guard saw in this turn. */
export function readAlarm(context: TurnContext): Alarm {
  return (context.turnState.get(ALARM) as Alarm | undefined) ?? { masked: [], scam: [] }
}
