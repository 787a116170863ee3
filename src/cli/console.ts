import { parseArgs } from 'node:util'
import { z } from 'zod'
import { issueLink } from '../console/people/issue-link'
import { personEmail, personName, personRole } from '../console/people/person-input'
import { accountTable } from '../storage/account-table'
import { auditTable } from '../storage/audit-table'
import { openDatabase } from '../storage/open-database'
import { CommandError, runCommand } from './command-error'
import { readEnvironment } from './read-environment'

const USAGE = `npm run console -- invite EMAIL [--role viewer|editor|approver|admin] [--name "NAME"]
  prints a one-time link by which this person sets a password and is in. For who has an account already: a new
  password, unlocked, without the second factor, and with the role if one is named.`

const person = z.object({
  email: personEmail,
  role: personRole.optional(),
  name: personName.optional(),
})

/** `npm run console`: lets somebody into the console from the server's own terminal, for when no admin can. */
async function runConsole(): Promise<void> {
  const given = readArguments()
  const { environment } = readEnvironment()
  const database = await openDatabase(environment.DATABASE_URL).catch((error: Error) => {
    throw new CommandError(error.message)
  })
  try {
    const link = await database.kysely.transaction().execute(async (transaction) => {
      const accounts = accountTable(transaction)
      const known = await accounts.findByEmail(given.email)
      const { email, name = email, role = 'viewer' } = given
      const account = known ?? (await accounts.create({ email, name, role }, Date.now()))
      if (!account) throw new CommandError('somebody else has just made this account: try again')
      if (known) {
        await accounts.change(known.id, {
          role: given.role,
          name: given.name,
          lockedAt: null,
          totpSecret: null,
          recoveryCodes: [],
        })
      }
      await auditTable(transaction, Date.now).note({
        account: null,
        action: known ? 'people.link' : 'people.invite',
        subject: given.name ?? account.name,
        detail: 'Từ dòng lệnh của máy chủ',
      })
      const purpose = known && known.password !== null ? 'reset' : 'invite'
      return issueLink(transaction, { purpose, accountId: account.id }, Date.now())
    })
    await database.sync()
    const base = environment.PUBLIC_URL ?? `http://localhost:${environment.PORT}`
    process.stdout.write(`Give ${given.email} this link, which works once:\n${base}${link}\n`)
  } finally {
    await database.close()
  }
}

function readArguments(): z.output<typeof person> {
  const { values, positionals } = parse()
  const [command, email, ...rest] = positionals
  if (command !== 'invite' || email === undefined || rest.length > 0) throw new CommandError(USAGE)
  const parsed = person.safeParse({ email, ...values })
  if (parsed.success) return parsed.data
  const wrong = parsed.error.issues[0]?.path[0]
  throw new CommandError(
    wrong === 'email'
      ? `${email} is no e-mail address`
      : `--${String(wrong)} cannot be this\n${USAGE}`,
  )
}

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { role: { type: 'string' }, name: { type: 'string' } },
    })
  } catch {
    throw new CommandError(USAGE)
  }
}

runCommand(runConsole)
