import { appendFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { copySmallContent } from '../bot/copy-small-content'
import { isBuilt, type SpawnedProgram, spawnProgram } from '../e2e/spawn-program'
import { SECRETS, startPlatforms, startProgram, toEnvironment } from '../e2e/start-program'
import { startTcpProxy } from '../e2e/tcp-proxy'
import { until } from '../e2e/until'
import { messengerText, messengerWebhook } from '../stand-ins/messenger-webhooks'
import { deliver } from '../stand-ins/webhook-call'
import { OA, zaloText, zaloWebhook } from '../stand-ins/zalo-webhooks'
import { describeOnPostgres } from '../storage/databases'
import { expectRaised, promtoolProblem } from './promtool'

/*
 * Each alert is raised once by the fault that it is for: a program tells its metrics before and after, and Prometheus'
 * own evaluation says what that raises.
 */

jest.setTimeout(180_000)

const HOUR_MS = 3_600_000
const NO_ZALO = { ZALO_APP_ID: '', ZALO_APP_SECRET: '', ZALO_OA_SECRET: '', ZALO_REFRESH_TOKEN: '' }

type Program = Awaited<ReturnType<typeof startProgram>>

const describeIf =
  promtoolProblem === ''
    ? describe
    : (name: string, suite: () => void) => describe.skip(`${name}: ${promtoolProblem}`, suite)

/** A program, its clock, and what its faults need. */
function useProgram(environment: Record<string, string> = {}) {
  const use = {} as { program: Program; passed: number }
  const content = copySmallContent()
  beforeEach(async () => {
    use.passed = 0
    use.program = await startProgram(
      { ...content.environment, ...environment },
      { now: () => Date.now() + use.passed },
    )
  })
  afterEach(() => use.program.stop())
  afterAll(() => rmSync(content.folder, { recursive: true, force: true }))
  return use
}

const scrape = async (program: { url: string }) => {
  const metrics = await (await fetch(`${program.url}/metrics`)).text()
  // One that runs in the tests' own process tells of the memory of all of them.
  return 'kill' in program
    ? metrics
    : metrics.replace(/^process_resident_memory_bytes .*$/m, 'process_resident_memory_bytes 2e+8')
}
let count = 0
const write = ({ url }: Program, text = 'chip có theo dõi mình không') => {
  const item = messengerText(text, {
    mid: `m_${++count}`,
    person: `20000${count}`,
    timestamp: Date.now(),
  })
  return deliver(`${url}/webhooks/messenger`, messengerWebhook([item], SECRETS.appSecret))
}

const writeOnZalo = async ({ url }: Program, account: string) => {
  const person = '2000000000000000107'
  const text = zaloText('chào', {
    msgId: `z_${++count}`,
    person,
    timestamp: String(Date.now()),
  })
  const call = zaloWebhook({ ...text, recipient: { id: account } }, SECRETS)
  expect((await deliver(`${url}/webhooks/zalo`, call)).status).toBe(200)
}

/** Lets the fault happen until the metrics show it, and checks what is raised. */
async function expectFault(
  program: { url: string },
  alerts: readonly string[],
  { cause, shows }: { cause(): unknown; shows: RegExp },
): Promise<void> {
  await scrape(program) // the time that the start has taken is told by the first one
  const before = await scrape(program)
  expect(before).not.toMatch(shows)
  await cause()
  let after = ''
  await until(`${shows}`, async () => {
    after = await scrape(program)
    return shows.test(after)
  })
  await expectRaised(alerts, { before, after })
}

describeIf('faults of messages', () => {
  const use = useProgram({ ZALO_OA_ID: OA })

  test('wrongly signed calls', () =>
    expectFault(use.program, ['LoaWebhooksRefused'], {
      async cause() {
        const call = messengerWebhook([], 'not_the_app_secret')
        for (let one = 0; one < 25; one++) {
          const { status } = await deliver(`${use.program.url}/webhooks/messenger`, call)
          expect(status).toBe(401)
        }
      },
      shows: /outcome="bad_signature"} 25/,
    }))

  test('a person who cannot be reached', () =>
    expectFault(use.program, ['LoaDeadLetters'], {
      async cause() {
        const error = { code: 551, error_subcode: 1545041, message: 'not available' }
        use.program.messenger.failNext({ status: 400, body: { error } }, 5)
        await write(use.program)
      },
      shows: /outcome="dead",code="person_unreachable"/,
    }))

  test('a turn that fails each time', () =>
    expectFault(use.program, ['LoaTurnsFail'], {
      cause() {
        const database = new Database(use.program.databasePath)
        const broken = `insert into inbox
          (channel, event_id, conversation, occurred_at, activity, available_at, received_at)
          values ('messenger', 'broken', 'messenger:1:2000009', 1, '{"from":{"id":"2000009"}}', 0, ?)`
        database.prepare(broken).run([Date.now()])
        database.close()
      },
      shows: /stage="turn",channel="messenger",outcome="failed"/,
    }))

  test('a token of the page that is refused', () =>
    expectFault(use.program, ['LoaChannelPaused'], {
      async cause() {
        const error = { code: 190, message: 'token' }
        use.program.messenger.failNext({ status: 400, body: { error } }, 5)
        await write(use.program)
      },
      shows: /outcome="paused",code="page_token_refused"/,
    }))

  test('an account that nobody has connected', () =>
    expectFault(use.program, ['LoaAccountDisconnected', 'LoaChannelPaused'], {
      async cause() {
        await writeOnZalo(use.program, '3000000000000000010')
      },
      shows: /loa_accounts_disconnected 1/,
    }))
})

const describeBuilt = isBuilt
  ? describeIf
  : (name: string, suite: () => void) => describe.skip(`${name}: not built, npm run build`, suite)

describeBuilt('faults of the process', () => {
  let content: ReturnType<typeof copySmallContent>
  let platforms: Awaited<ReturnType<typeof startPlatforms>>
  let program: SpawnedProgram
  beforeEach(async () => {
    content = copySmallContent()
    platforms = await startPlatforms()
    const { messenger, zalo } = platforms
    program = await spawnProgram({
      ...toEnvironment(messenger.url, zalo.url, `file:${join(content.folder, 'loa.db')}`),
      ...content.environment,
      NODE_OPTIONS: `--require ${join(__dirname, 'ail-at-signals.cjs')}`,
    })
  })
  afterEach(async () => {
    await program.kill('SIGKILL')
    await platforms.close()
    rmSync(content.folder, { recursive: true, force: true })
  })

  test('an event loop that is held up', () =>
    expectFault(program, ['LoaEventLoopSlow'], {
      cause: () => program.signal('SIGUSR2'),
      // Without samples yet it is some billionth of a second, written with an exponent.
      shows: /nodejs_eventloop_lag_p99_seconds ([1-9]\d*(\.\d+)?|0\.[5-9]\d*)$/m,
    }))

  test('files with mistakes', () =>
    expectFault(program, ['LoaContentRefused'], {
      cause: () =>
        appendFileSync(join(content.folder, 'knowledge/settings.yaml'), '\nnonsense: 1\n'),
      shows: /loa_content_problems [1-9]/,
    }))

  test('memory that is not given back', () =>
    expectFault(program, ['LoaMemoryHigh'], {
      cause: () => program.signal('SIGWINCH'),
      shows: /process_resident_memory_bytes ([89]\d{8}|\d{10})/,
    }))

  test('a revision that this process cannot load', () =>
    expectFault(program, ['LoaContentBehind'], {
      cause() {
        const database = new Database(join(content.folder, 'loa.db'))
        database.exec(`insert into file_texts values ('newer', 'schema_of: a newer Loa')`)
        database.exec(`insert into revisions (hash, author, message, published_at, files)
          select 'newer', '', '', published_at, replace(files, '[{',
            '[{"path":"knowledge/topics/newer.yaml","hash":"newer"},{') from revisions`)
        database.close()
      },
      shows: /loa_content_newest_revision 2/,
    }))

  test('a process that is gone', async () => {
    const before = await scrape(program)
    await program.kill('SIGKILL')
    await expect(fetch(`${program.url}/metrics`)).rejects.toThrow()
    await expectRaised(['LoaDown'], { before, after: null })
  })
})

describeIf('faults that take their time', () => {
  const use = useProgram(NO_ZALO)

  test('a platform that is down for ten minutes', () =>
    expectFault(use.program, ['LoaQueueOld'], {
      async cause() {
        use.program.messenger.failNext({ status: 500 }, 50)
        await write(use.program)
        await until('a try', async () => /outcome="retry"/.test(await scrape(use.program)))
        use.passed += 10 * 60_000
      },
      shows: /loa_queue_oldest_seconds{queue="outbox",channel="messenger"} 6\d\d/,
    }))
})

describeIf('a platform that calls no more', () => {
  const use = useProgram(NO_ZALO)

  test('for a day', () =>
    expectFault(use.program, ['LoaWebhookSilence'], {
      async cause() {
        await write(use.program)
        await until('an answer', () => use.program.messenger.received.length > 0)
        use.passed += 25 * HOUR_MS
      },
      shows: /loa_webhook_silence_seconds{channel="messenger"} 9\d{4}/,
    }))
})

describeIf('a token that is not renewed', () => {
  const use = useProgram()

  test('is told before it ends', () =>
    expectFault(use.program, ['LoaTokenExpiring'], {
      async cause() {
        await writeOnZalo(use.program, OA)
        await until('an answer', () => use.program.zalo.received.length > 0)
        use.passed += 22 * HOUR_MS
      },
      shows: /loa_token_due_seconds{channel="zalo",account="\d+"} -7\d{3}\b/,
    }))
})

if (promtoolProblem === '') {
  describeOnPostgres('a database that is gone', (use) => {
    const content = copySmallContent()
    afterAll(() => rmSync(content.folder, { recursive: true, force: true }))

    test('is told, and what could not be stored', async () => {
      const url = new URL(use.server.url)
      const proxy = await startTcpProxy(Number(url.port || 5432))
      url.port = String(proxy.port)
      const program = await startProgram({ ...content.environment, DATABASE_URL: url.href })
      try {
        await expectFault(program, ['LoaDatabaseUnreachable', 'LoaWebhooksNotStored'], {
          async cause() {
            await proxy.cut()
            expect((await write(program)).status).toBe(503)
          },
          shows: /loa_database_up 0/,
        })
      } finally {
        await proxy.mend()
        await program.stop()
        await proxy.cut()
      }
    })
  })
}
