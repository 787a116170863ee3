import { randomUUID } from 'node:crypto'
import { ROLES, type Role } from '../../src/storage/role'
import { startProgram } from '../e2e/start-program'
import { ConsoleClient, emailOf, PASSWORD, secretOf } from './console-client'

/** What staff are called in tests. */
export const NAMES: Readonly<Record<Role, string>> = {
  viewer: 'Vũ Xem',
  editor: 'Đỗ Biên Tập',
  approver: 'Trần Duyệt',
  admin: 'Nguyễn Quản Trị',
}

/** A program with an account of each role, and a client that is signed in to each. */
export type OpenConsole = Awaited<ReturnType<typeof startProgram>> & {
  as: Readonly<Record<Role, ConsoleClient>>
}

/** Somebody more of a role than the one that each console has, signed in. */
export async function joinConsole(
  { as, url }: Pick<OpenConsole, 'as' | 'url'>,
  name: string,
  role: Role,
): Promise<ConsoleClient> {
  const person = { name, email: `${randomUUID()}@loa.example`, role }
  const { link } = await as.admin.ask('POST', '/people', person)
  const client = new ConsoleClient(url)
  await client.ask('POST', '/link', { secret: secretOf(link), password: PASSWORD })
  return client
}

/**
 * Starts the whole program and makes its console's first admin by the link that it prints, and an account of each
 * other role.
 */
export async function openConsole(environment: Record<string, string> = {}): Promise<OpenConsole> {
  const program = await startProgram(environment)
  const join = async (secret: string, body: object) => {
    const client = new ConsoleClient(program.url)
    await client.ask('POST', '/link', { secret, password: PASSWORD, ...body })
    return client
  }
  const first = secretOf(program.server.lines.join('\n'))
  const admin = await join(first, { name: NAMES.admin, email: emailOf('admin') })
  const others = ROLES.filter((role) => role !== 'admin')
  const clients = await Promise.all(
    others.map(async (role) => {
      const person = { name: NAMES[role], email: emailOf(role), role }
      const { link } = await admin.ask('POST', '/people', person)
      return [role, await join(secretOf(link), {})] as const
    }),
  )
  // Every role is there: `others` and the admin.
  const as = { ...Object.fromEntries(clients), admin } as Record<Role, ConsoleClient>
  return { ...program, as }
}
