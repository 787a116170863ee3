import { randomInt } from 'node:crypto'
import { toHanoiDay } from '../knowledge/hanoi-day'
import { auditTable } from '../storage/audit-table'
import { type ErasureReceipt, erasureTable } from '../storage/erasure-table'
import { type Database, openDatabase } from '../storage/open-database'
import { createShortCode, RECEIPT_CODE_LENGTH } from '../text/short-code'
import { CommandError } from './command-error'
import { readEnvironment } from './read-environment'

/** `channel:account:person`, as rows have it. */
const CONVERSATION = /^[a-z-]{2,30}:[\x21-\x7e]{1,300}:[\x21-\x7e]{1,300}$/

/**
 * `npm run conversation -- erase CONVERSATION`: erases whatever is kept of one, from the server's own terminal, and prints
 * the receipt.
 */
export async function eraseConversation(conversation: string): Promise<void> {
  if (!CONVERSATION.test(conversation)) {
    throw new CommandError(
      `${conversation} is no conversation: write CHANNEL:ACCOUNT:PERSON, for example messenger:1029384756:24681357`,
    )
  }
  await withDatabase(async (database) => {
    const receipt = await database.kysely.transaction().execute(async (transaction) => {
      const erased = await erasureTable(transaction).erase(conversation, {
        askedBy: 'staff',
        now: Date.now(),
        createCode: () => createShortCode(RECEIPT_CODE_LENGTH, randomInt),
      })
      await auditTable(transaction, Date.now).note({
        account: null,
        action: 'conversation.erase',
        subject: erased.code,
        detail: 'Từ dòng lệnh của máy chủ',
      })
      return erased
    })
    await database.sync()
    await database.scrub()
    process.stdout.write(toText(receipt))
    if (Object.values(receipt.counts).every((count) => count === 0)) {
      process.stdout.write('Nothing was kept of it: see that the three parts are right.\n')
    }
  })
}

/** `npm run conversation -- receipt CODE`: prints what was erased under a code that a person shows. */
export async function showReceipt(code: string): Promise<void> {
  await withDatabase(async ({ kysely }) => {
    const receipt = await erasureTable(kysely).read(code.toUpperCase())
    if (!receipt) throw new CommandError(`${code} is the code of no receipt that is kept`)
    process.stdout.write(toText(receipt))
  })
}

async function withDatabase(work: (database: Database) => Promise<void>): Promise<void> {
  const { environment } = readEnvironment()
  const database = await openDatabase(environment.DATABASE_URL).catch((error: Error) => {
    throw new CommandError(error.message)
  })
  await work(database).finally(() => database.close())
}

function toText({ code, erasedAt, askedBy, counts }: ErasureReceipt): string {
  const { messages, replies, memory, helpRequests } = counts
  return [
    `receipt      ${code}`,
    `erased on    ${toHanoiDay(erasedAt)}, asked by: ${askedBy}`,
    `             ${messages} messages, ${replies} replies, ${memory} memory, ${helpRequests} requests for a person`,
    '',
  ].join('\n')
}
