import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type SpawnedProgram, spawnProgram } from '../../tests/e2e/spawn-program'
import { SECRETS, startPlatforms, toEnvironment } from '../../tests/e2e/start-program'
import { asAdmin } from '../../tests/storage/databases'
import { fillMessages } from './fill-messages'
import { type LoadResult, percentile, sendAllOut, sendEvenly } from './load'
import { createCalls, PEOPLE, personOf } from './questions'

const SERVER = process.env.TEST_DATABASE_URL ?? 'postgres://root@127.0.0.1:5432/test'
const RATE = 200
const CALLS = { warm: 1_000, evenly: RATE * 10, allOut: 6_000, handled: 1_500 }
const CONNECTIONS = 64
const STORED = Number(process.env.STORED_MESSAGES ?? 1_000_000)
/** For what was sent at the steady rate; a program that cannot keep up loses the rest. */
const REPLY_LIMIT_MS = 20_000

type Platforms = Awaited<ReturnType<typeof startPlatforms>>

/** `npm run bench`: how fast webhooks are answered and replies sent, beside a handler that stores nothing. */
export async function measureDelivery(): Promise<void> {
  console.log(
    `delivery, load average ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')}`,
  )
  console.log(
    'system                    accepted/s  p50 ms  p99 ms | at 200/s: answer p50  p99 | reply p50   p99  missing | turns/s messages/s | CPU ms/message | RSS MB',
  )
  await measureBare()
  const sqlite = mkdtempSync(join(tmpdir(), 'loa-bench-'))
  try {
    await measureLoa('SQLite', `file:${join(sqlite, 'empty.db')}`, 1)
    await measureFull('SQLite', `file:${join(sqlite, 'full.db')}`)
  } finally {
    rmSync(sqlite, { recursive: true, force: true })
  }
  for (const processes of [1, 2, 3]) {
    await withPostgres((url) => measureLoa('PostgreSQL', url, processes))
  }
  await withPostgres((url) => measureFull('PostgreSQL', url))
}

async function measureFull(name: string, url: string): Promise<void> {
  if (STORED === 0) return
  await fillMessages(url, STORED)
  await measureLoa(`${name}, ${STORED / 1_000}k stored`, url, 1)
}

async function withPostgres(work: (url: string) => Promise<void>): Promise<void> {
  const name = `loa_bench_${randomBytes(6).toString('hex')}`
  const url = new URL(SERVER)
  url.pathname = `/${name}`
  try {
    await asAdmin(`create database ${name}`)
  } catch (error) {
    console.log(`PostgreSQL                skipped: ${error}`)
    return
  }
  await work(url.href).finally(() => asAdmin(`drop database ${name} with (force)`))
}

async function measureBare(): Promise<void> {
  const child = fork(join(__dirname, 'bare-handler.ts'), [SECRETS.appSecret], {
    execArgv: ['--import', 'tsx'],
  })
  const url = await new Promise<string>((resolve) =>
    child.once('message', (at) => resolve(String(at))),
  )
  const webhook = `${url}/webhooks/messenger`
  await sendAllOut(webhook, createCalls(CALLS.warm, SECRETS.appSecret), CONNECTIONS)
  const evenly = await sendEvenly(webhook, createCalls(CALLS.evenly, SECRETS.appSecret), RATE)
  const allOut = await sendAllOut(
    webhook,
    createCalls(CALLS.allOut, SECRETS.appSecret),
    CONNECTIONS,
  )
  child.kill()
  console.log(`${'bare Express handler'.padEnd(24)}${toAccepted(allOut)} |${toAnswered(evenly)}`)
}

/** Each part with programs of its own on one database, so that none works off what another has left. */
async function measureLoa(name: string, url: string, processes: number): Promise<void> {
  const evenly = await withPrograms(url, processes, measureEvenly)
  const handled = await withPrograms(url, processes, measureHandled)
  const allOut = await withPrograms(url, processes, measureAllOut)
  const { answered, replies, missing, cpuMs, rss } = evenly
  const reply = [percentile(replies, 0.5), percentile(replies, 0.99)]
    .map((ms) => cell(ms, 6))
    .join('')
  console.log(
    `${`${name}, ${processes} pr.`.padEnd(24)}${toAccepted(allOut)} |${toAnswered(answered)} |` +
      `    ${reply}${cell(missing, 9)} |${cell(handled.turns, 8)}${cell(handled.replies, 11)} |${cpuMs.toFixed(1).padStart(15)} |${cell(rss, 7)}`,
  )
}

async function withPrograms<T>(
  url: string,
  processes: number,
  measure: (programs: SpawnedProgram[], platforms: Platforms) => Promise<T>,
): Promise<T> {
  const platforms = await startPlatforms()
  const environment = toEnvironment(platforms.messenger.url, platforms.zalo.url, url)
  const programs: SpawnedProgram[] = []
  try {
    for (let one = 0; one < processes; one += 1) programs.push(await spawnProgram(environment))
    await greetEveryone(programs, platforms)
    return await measure(programs, platforms)
  } finally {
    await Promise.all(programs.map((program) => program.kill('SIGKILL')))
    await platforms.close()
  }
}

/** Everyone writes once, so that nobody is greeted while it is measured; over when nothing has been sent for a second. */
async function greetEveryone(programs: SpawnedProgram[], { messenger }: Platforms): Promise<void> {
  await sendAllOut(webhookOf(programs), createCalls(PEOPLE, SECRETS.appSecret), 8)
  for (let before = -1; messenger.received.length !== before || before < PEOPLE; ) {
    before = messenger.received.length
    await setTimeout(1_000)
  }
  messenger.received.length = 0
}

async function readCpuSeconds(programs: SpawnedProgram[]): Promise<number> {
  const read = (kind: string) =>
    Promise.all(programs.map((one) => readMetric(one, `process_cpu_${kind}_seconds_total`)))
  const all = [...(await read('user')), ...(await read('system'))]
  return all.reduce((sum, seconds) => sum + seconds, 0)
}

/** All webhooks go to the first process: what the others take over, they have heard of by the database alone. */
const webhookOf = ([first]: SpawnedProgram[]) => `${first?.url}/webhooks/messenger`

async function measureEvenly(programs: SpawnedProgram[], { messenger }: Platforms) {
  const calls = createCalls(CALLS.evenly, SECRETS.appSecret)
  const cpuBefore = await readCpuSeconds(programs)
  const begun = Date.now()
  const answered = await sendEvenly(webhookOf(programs), calls, RATE)
  const end = Date.now() + REPLY_LIMIT_MS
  const isOver = () => messenger.received.filter(endsReply).length >= calls.length
  while (!isOver() && Date.now() < end) await setTimeout(100)
  const cpuSeconds = (await readCpuSeconds(programs)) - cpuBefore

  // In order: the n-th whole reply that a person got answers the n-th question that they wrote.
  const got = new Map<string, number[]>()
  for (const { body, receivedAt } of messenger.received.filter(endsReply)) {
    const person = recipientOf(body)
    got.set(person, [...(got.get(person) ?? []), receivedAt])
  }
  const replies = calls
    .flatMap((call, index) => {
      const repliedAt = got.get(personOf(call))?.shift()
      return repliedAt === undefined ? [] : [repliedAt - begun - (index * 1_000) / RATE]
    })
    .sort((a, b) => a - b)
  const rss = await Promise.all(
    programs.map((one) => readMetric(one, 'process_resident_memory_bytes')),
  )
  return {
    answered,
    replies,
    missing: calls.length - replies.length,
    cpuMs: (cpuSeconds * 1_000) / calls.length,
    rss: Math.max(...rss) / 2 ** 20,
  }
}

/** A reply to what is asked here comes in one or two messages, of which the last has buttons. */
const endsReply = ({ body }: { body: Record<string, unknown> }) =>
  JSON.stringify(body.message).includes('"buttons":')

const recipientOf = (body: Record<string, unknown>) => (body.recipient as { id: string }).id

async function measureHandled(programs: SpawnedProgram[], { messenger }: Platforms) {
  const turns = async () => {
    const counts = await Promise.all(
      programs.map((one) =>
        readMetric(
          one,
          'loa_deliveries_total{stage="turn",channel="messenger",outcome="handled",code="none"}',
        ),
      ),
    )
    return counts.reduce((sum, count) => sum + count, 0)
  }
  const before = await turns()
  const begun = performance.now()
  await sendAllOut(webhookOf(programs), createCalls(CALLS.handled / 100, SECRETS.appSecret, 100), 4)
  while ((await turns()) - before < CALLS.handled) await setTimeout(50)
  const turnSeconds = (performance.now() - begun) / 1_000
  while (messenger.received.filter(endsReply).length < CALLS.handled) await setTimeout(50)
  const replySeconds = (performance.now() - begun) / 1_000
  return { turns: CALLS.handled / turnSeconds, replies: messenger.received.length / replySeconds }
}

async function measureAllOut(programs: SpawnedProgram[]): Promise<LoadResult> {
  return sendAllOut(webhookOf(programs), createCalls(CALLS.allOut, SECRETS.appSecret), CONNECTIONS)
}

async function readMetric({ url }: SpawnedProgram, name: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text()
  const line = metrics.split('\n').find((one) => one.startsWith(`${name} `))
  return Number(line?.slice(name.length) ?? 0)
}

const cell = (value: number, width: number) => value.toFixed(0).padStart(width)

function toAccepted({ answers, seconds, refused }: LoadResult): string {
  const refusals = refused > 0 ? ` (${refused} refused)` : ''
  return `${cell(answers.length / seconds, 11)}${cell(percentile(answers, 0.5), 8)}${cell(percentile(answers, 0.99), 8)}${refusals}`
}

function toAnswered({ answers, refused }: LoadResult): string {
  const refusals = refused > 0 ? ` (${refused} refused)` : ''
  return `${percentile(answers, 0.5).toFixed(1).padStart(21)}${percentile(answers, 0.99).toFixed(1).padStart(6)}${refusals}`
}

if (process.argv[1] === __filename) void measureDelivery()
