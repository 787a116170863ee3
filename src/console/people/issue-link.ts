import type { Kysely } from 'kysely'
import { type AccountLink, accountLinkTable } from '../../storage/account-link-table'
import type { Schema } from '../../storage/schema'
import { createSecret, hashSecret } from './secret'

const DAY_MS = 24 * 3_600_000
/** Time for a colleague on leave; less for a link that opens an account with things in it. */
const LIFE_MS = { first: 7 * DAY_MS, invite: 7 * DAY_MS, reset: DAY_MS } as const

/**
 * Makes a one-time link that takes the place of the account's others. The secret stands after `#`, which browsers
 * send to nobody: it reaches no log and no referrer.
 * @returns its path within the site
 */
export async function issueLink(
  db: Kysely<Schema>,
  link: AccountLink,
  now: number,
): Promise<string> {
  const links = accountLinkTable(db)
  if (link.accountId !== null) await links.removeOf(link.accountId)
  const secret = createSecret()
  await links.create(hashSecret(secret), link, now + LIFE_MS[link.purpose])
  return `/console/link#${secret}`
}
