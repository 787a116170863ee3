import { execFile, execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { freePort } from '../e2e/free-port'

const run = promisify(execFile)

/** A PostgreSQL server of one test's own, that may be stopped as hard as one likes. */
export type OwnPostgres = {
  url: string
  /** Starts it, also after {@link kill}, and resolves when it takes connections. */
  start(): Promise<void>
  /** Ends every process of it at once, as a crash does: what was not on the disk is gone. */
  kill(): Promise<void>
  /** Stops it and deletes what it holds. */
  remove(): Promise<void>
}

/** Where Debian and the PostgreSQL project's packages put the server, and where other systems do. */
const PLACES = [
  ...list('/usr/lib/postgresql').map((version) => `/usr/lib/postgresql/${version}/bin`),
  '/usr/local/bin',
  '/usr/bin',
  '/opt/homebrew/bin',
]
const programs = PLACES.find((place) => existsSync(join(place, 'pg_ctl')))
const isRoot = process.getuid?.() === 0

/** Why there can be no such server on this machine; empty where there can. */
export const ownPostgresProblem =
  programs === undefined
    ? `no pg_ctl in ${PLACES.join(', ')}`
    : isRoot && readIds() === undefined
      ? 'PostgreSQL refuses to run as root, and there is no user "postgres"'
      : ''

/** Makes a server on a free port of this machine and starts it. */
export async function startOwnPostgres(): Promise<OwnPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'loa-postgres-'))
  const data = join(folder, 'data')
  const ids = isRoot ? readIds() : undefined
  if (ids) chownSync(folder, ids.uid, ids.gid)
  const port = await freePort()
  const call = async (program: string, ...options: string[]) => {
    await run(join(programs ?? '', program), ['-D', data, ...options], { cwd: folder, ...ids })
  }
  const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1`
  const server: OwnPostgres = {
    url: `postgres://loa@127.0.0.1:${port}/postgres`,
    start: () => call('pg_ctl', '-w', '-l', join(folder, 'log'), '-o', settings, 'start'),
    kill: () => call('pg_ctl', '-w', '-m', 'immediate', 'stop'),
    async remove() {
      await server.kill().catch(() => {})
      rmSync(folder, { recursive: true, force: true })
    },
  }
  await call('initdb', '-U', 'loa', '-A', 'trust', '-E', 'UTF8', '--locale=C')
  await server.start()
  return server
}

function list(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).sort().reverse() : []
}

/** Numbers of the user and group as which it runs where we are root. */
function readIds(): { uid: number; gid: number } | undefined {
  const read = (what: string) =>
    Number(execFileSync('id', [what, 'postgres'], { encoding: 'utf8', stdio: 'pipe' }))
  try {
    return { uid: read('-u'), gid: read('-g') }
  } catch {
    return undefined
  }
}
