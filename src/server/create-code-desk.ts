import { randomInt } from 'node:crypto'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { ActiveFlow } from '../bot/chat-state'
import type { TurnServices } from '../bot/turn-services'
import type { TurnStores } from '../delivery/create-turn-worker'
import { CARRY_CODE_LENGTH, createShortCode } from '../text/short-code'

/** A code that takes a guide up lives so long. */
const LIFE_MS = 24 * 3_600_000
/** Wrong codes of one conversation in an hour, and of all in a minute, after which codes are not looked for. */
const WRONG_EACH = 5
const WRONG_ALL = 60

/** The codes of a turn, over its stores. */
export type CodeDesk = (
  stores: Pick<TurnStores, 'linkCodes' | 'carriedGuides'>,
  turn: { conversation: string; now: number },
) => TurnServices['codes']

/**
 * Makes and takes the codes that people type, and keeps them from being guessed. With a thousand codes alive, all the
 * wrong ones that are let through in a day find two or three of them, and with each a step of a guide of nobody known.
 * Counts in this process's memory.
 */
export function createCodeDesk(): CodeDesk {
  const each = new RateLimiterMemory({ points: WRONG_EACH, duration: 3_600 })
  const all = new RateLimiterMemory({ points: WRONG_ALL, duration: 60 })
  const isOver = async (limiter: RateLimiterMemory, key: string, limit: number) =>
    ((await limiter.get(key))?.consumedPoints ?? 0) >= limit

  return ({ linkCodes, carriedGuides }, { conversation, now }) => ({
    findRef: (code) => linkCodes.find(code),
    carry: (guides) =>
      carriedGuides.keep(guides, { now, expiresAt: now + LIFE_MS }, () =>
        createShortCode(CARRY_CODE_LENGTH, randomInt),
      ),
    async take(code) {
      if (await isOver(each, conversation, WRONG_EACH)) return 'too_many'
      if (await isOver(all, '', WRONG_ALL)) return 'too_many'
      const taken = await carriedGuides.take(code, now)
      if (taken === null) await Promise.all([each.penalty(conversation), all.penalty('')])
      return taken as ActiveFlow[] | null // `carry` kept them
    },
  })
}
