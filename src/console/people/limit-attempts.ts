import { allowanceTable } from '../../storage/allowance-table'
import type { Database } from '../../storage/open-database'
import { Refusal } from '../refusal'
import { hashSecret } from './secret'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const PREFIX = 'console:'
/** An office with one address signs in together in the morning; who guesses from it gets two tries a minute. */
const ADDRESS = { size: 60, perMs: 2 / MINUTE_MS }
/** For one account: ten mistakes, then one try in two minutes. A guess gains nothing and nobody waits for longer. */
const ACCOUNT = { size: 10, perMs: 1 / (2 * MINUTE_MS) }

/** Somebody's try to show that an account is theirs. */
export type Attempt = {
  address: string
  /** As it was typed; accounts that do not exist have limits too, so that nobody sees which do. */
  email: string
  /** Of a browser in which this account has signed in before: it has tries of its own, which strangers cannot use up. */
  device?: string | undefined
}

/** Counts tries at passwords and codes, for all processes together. */
export type AttemptLimits = {
  /** @throws {Refusal} 429 with the time to wait */
  count(attempt: Attempt): Promise<void>
  /** The account was shown to be theirs: its mistakes are forgotten. */
  succeed(attempt: Attempt): Promise<void>
}

/** See {@link AttemptLimits}. @param now epoch milliseconds */
export function limitAttempts({ kysely, dialect }: Database, now: () => number): AttemptLimits {
  const allowances = allowanceTable(kysely, dialect)
  const accountKey = ({ email, device }: Attempt) =>
    `${PREFIX}${hashSecret(`${email.toLowerCase()} ${device ?? ''}`)}`
  return {
    async count(attempt) {
      const address = { key: `${PREFIX}${hashSecret(attempt.address)}`, ...ADDRESS }
      const wait =
        (await allowances.takeIfThere(address, now())) ||
        (await allowances.takeIfThere({ key: accountKey(attempt), ...ACCOUNT }, now()))
      if (wait > 0) throw new Refusal(429, toWords(wait), 'wait')
    },

    async succeed(attempt) {
      await allowances.fill(accountKey(attempt))
      await allowances.forget(PREFIX, now() - DAY_MS)
    },
  }
}

function toWords(waitMs: number): string {
  const minutes = Math.ceil(waitMs / MINUTE_MS)
  return `Bạn đã thử quá nhiều lần. Hãy đợi ${minutes} phút rồi thử lại.`
}
