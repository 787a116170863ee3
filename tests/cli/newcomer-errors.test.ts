import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isBuilt } from '../e2e/spawn-program'
import { SECRETS } from '../e2e/start-program'
import { startMessengerPlatform } from '../stand-ins/messenger-platform'

/** The small campaign starts sooner. */
const FOLDERS = {
  KNOWLEDGE_DIR: 'examples/dog-vaccination/knowledge',
  FLOWS_DIR: 'examples/dog-vaccination/flows',
}
/** One that goes on after all is ended, in milliseconds. */
const LONGEST_MS = 50_000
const describeIf = isBuilt ? describe : describe.skip

type Run = { command: string[]; environment?: Record<string, string> }

let folder: string
let taken: Server
let messenger: Awaited<ReturnType<typeof startMessengerPlatform>>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'loa-newcomer-'))
  taken = createServer().listen(0)
  await once(taken, 'listening')
  messenger = await startMessengerPlatform(SECRETS)
})
afterAll(async () => {
  taken.close()
  await messenger.close()
  rmSync(folder, { recursive: true, force: true })
})

/** What a command that cannot go on writes, and how it ends. */
function fail({ command, environment = {} }: Run): Promise<{ text: string; status: unknown }> {
  const env = {
    ...process.env,
    ...FOLDERS,
    // One that was never served from: what was would be served instead.
    DATABASE_URL: `file:${join(mkdtempSync(join(folder, 'data-')), 'loa.db')}`,
    PORT: '0',
    ...environment,
  }
  return new Promise((resolve) => {
    const options = { env, timeout: LONGEST_MS }
    const child = execFile(process.execPath, command, options, (error, stdout, stderr) =>
      resolve({ text: stdout + stderr, status: error?.code ?? 0 }),
    )
    child.stdin?.end()
  })
}

const serve = ['dist/cli/serve.js']

/** What is wrong, how it is brought about, and the words that say what to do. */
const ERRORS: [what: string, run: () => Run, told: (string | RegExp)[]][] = [
  [
    'the port is taken',
    () => ({
      command: serve,
      environment: { PORT: String((taken.address() as AddressInfo).port) },
    }),
    [/port \d+ is taken: stop what runs there, or set PORT to another/],
  ],
  [
    'PostgreSQL does not run',
    () => ({
      command: serve,
      environment: { DATABASE_URL: 'postgres://loa:secret-word@127.0.0.1:9/loa' },
    }),
    ['check that PostgreSQL runs and DATABASE_URL names its host, user and database'],
  ],
  [
    'the database lies in a file as in a folder',
    () => ({ command: serve, environment: { DATABASE_URL: 'file:package.json/loa.db' } }),
    ['check that its folder may be written to', 'or set DATABASE_URL'],
  ],
  [
    'the database is another kind of file',
    () => {
      const path = join(folder, 'note.txt')
      writeFileSync(path, 'a note of somebody, long enough for no database. '.repeat(20))
      return { command: serve, environment: { DATABASE_URL: `file:${path}` } }
    },
    ['it is another kind of file, so set DATABASE_URL to a path of its own'],
  ],
  [
    'the knowledge has bad YAML at the first start',
    () => {
      const knowledge = join(folder, 'knowledge')
      cpSync(FOLDERS.KNOWLEDGE_DIR, knowledge, { recursive: true })
      writeFileSync(join(knowledge, 'notes.yaml'), '- id: "open\n')
      return { command: serve, environment: { KNOWLEDGE_DIR: knowledge } }
    },
    [/notes\.yaml:\d+:\d+: /, 'mend these lines, then start again'],
  ],
  [
    'the folder of the knowledge is not there, at a start',
    () => ({ command: serve, environment: { KNOWLEDGE_DIR: 'nowhere' } }),
    ['cannot read the folder nowhere: check KNOWLEDGE_DIR and FLOWS_DIR'],
  ],
  [
    'the folder of the guides is not there, for a command',
    () => ({ command: ['dist/cli/check.js'], environment: { FLOWS_DIR: 'nowhere' } }),
    ['cannot read the folder nowhere: check KNOWLEDGE_DIR and FLOWS_DIR'],
  ],
  [
    'half of a channel is configured',
    () => ({ command: serve, environment: { MESSENGER_APP_SECRET: 'secret-word' } }),
    ['MESSENGER_VERIFY_TOKEN, MESSENGER_PAGE_TOKEN missing', 'or leave all out'],
  ],
  [
    'the token of the page is wrong',
    () => ({
      command: ['dist/cli/channels.js', 'setup', 'messenger'],
      environment: {
        // The page's greeting and menu are the first campaign's.
        KNOWLEDGE_DIR: 'knowledge',
        FLOWS_DIR: 'flows',
        PUBLIC_URL: 'https://loa.example.vn',
        MESSENGER_APP_SECRET: SECRETS.appSecret,
        MESSENGER_VERIFY_TOKEN: SECRETS.verifyToken,
        MESSENGER_PAGE_TOKEN: 'secret-word-of-another-page',
        MESSENGER_API_URL: messenger.url,
      },
    }),
    ['MESSENGER_PAGE_TOKEN'],
  ],
  [
    'an option is mistyped',
    () => ({ command: ['dist/cli/ask.js', '--jsno'] }),
    ["Unknown option '--jsno'", 'npm run help'],
  ],
]

describeIf('what a newcomer can run into says what to do', () => {
  test.each(ERRORS)('%s', async (_, run, told) => {
    const { text, status } = await fail(run())
    for (const words of told) expect(text).toMatch(words)
    expect(status).toBe(1)
    expect(text).not.toContain('secret-word')
    expect(text).not.toMatch(/^\s+at /m)
  })
})

describe('before anything is built', () => {
  const CHECK = 'src/cli/check-machine.cjs'
  const withNode = (version: string, script: string) => [
    '-e',
    `Object.defineProperty(process.versions, 'node', { value: '${version}' }); require('${script}')`,
  ]

  test.each(['16.20.2', '18.19.0', '20.9.0', '20.18.0'])('Node %s is too old', async (version) => {
    const { text, status } = await fail({ command: withNode(version, `./${CHECK}`) })
    expect(text).toBe(
      `Loa needs Node 20.18.1 or newer, and this is ${version}: install a newer one from https://nodejs.org (or: nvm install 22)\n`,
    )
    expect(status).toBe(1)
  })

  test.each(['20.18.1', '20.20.2', '22.1.0', '24.0.0'])('Node %s will do', async (version) => {
    expect(await fail({ command: withNode(version, `./${CHECK}`) })).toEqual({
      text: '',
      status: 0,
    })
  })

  test('packages that are not installed are told', async () => {
    const place = join(folder, 'fresh')
    cpSync('package.json', join(place, 'package.json'))
    cpSync(CHECK, join(place, CHECK))
    expect(await fail({ command: [join(place, CHECK)] })).toEqual({
      text: 'the packages are not installed: run npm ci in this folder first\n',
      status: 1,
    })
  })
})
