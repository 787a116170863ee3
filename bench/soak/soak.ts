import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { type SpawnedProgram, spawnProgram } from '../../tests/e2e/spawn-program'
import { SECRETS, startPlatforms, toEnvironment } from '../../tests/e2e/start-program'
import { percentile, sendEvenly } from '../delivery/load'
import { createCalls } from '../delivery/questions'
import { drawMemory, type MemorySample } from './draw-memory'

const MIB = 2 ** 20
const SAMPLE_MS = 5_000
const CALLS_AT_A_TIME_S = 5
/** For what is still to be answered at the end. */
const ANSWER_LIMIT_MS = 60_000

/**
 * `npm run soak -- [--minutes 10] [--rate 100] [--svg FILE]`: the built program on SQLite under a steady stream of
 * messages; prints its memory by the minute and draws it. Fails when a message is refused or not answered.
 */
async function soak(): Promise<void> {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '10' },
      rate: { type: 'string', default: '100' },
      svg: { type: 'string', default: 'data/soak.svg' },
    },
  })
  const minutes = Number(values.minutes)
  const rate = Number(values.rate)
  if (!(minutes > 0 && rate > 0)) throw new Error('--minutes and --rate must be above 0')
  const folder = mkdtempSync(join(tmpdir(), 'loa-soak-'))
  const platforms = await startPlatforms()
  const url = `file:${join(folder, 'loa.db')}`
  const program = await spawnProgram(
    toEnvironment(platforms.messenger.url, platforms.zalo.url, url),
  )
  try {
    const title = `${rate} messages/s for ${minutes} min on SQLite, Node ${process.version}`
    console.log(`${title}; load average ${loadavg()[0]?.toFixed(1)}`)
    console.log('minute   RSS MiB   heap MiB   answers   refused   webhook p99 ms')
    const samples = await load(program, platforms.messenger.received, { minutes, rate })
    mkdirSync(dirname(values.svg), { recursive: true })
    writeFileSync(values.svg, drawMemory(samples, title))
    console.log(`${describeGrowth(samples)}; drawn in ${values.svg}`)
  } finally {
    await program.kill('SIGTERM')
    await platforms.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function load(
  program: SpawnedProgram,
  received: unknown[],
  { minutes, rate }: { minutes: number; rate: number },
): Promise<MemorySample[]> {
  const samples: MemorySample[] = []
  const begun = performance.now()
  const elapsed = () => (performance.now() - begun) / 1_000
  let isOver = false
  const sampling = (async () => {
    while (!isOver) {
      samples.push({ seconds: elapsed(), ...(await readMemory(program)) })
      await setTimeout(SAMPLE_MS)
    }
  })()
  let sent = 0
  let answered = 0
  let refused = 0
  const take = () => {
    answered += received.length
    received.length = 0
  }
  for (let minute = 1; minute <= Math.ceil(minutes); minute++) {
    const times: number[] = []
    while (elapsed() < Math.min(minute, minutes) * 60) {
      const calls = createCalls(rate * CALLS_AT_A_TIME_S, SECRETS.appSecret)
      const result = await sendEvenly(`${program.url}/webhooks/messenger`, calls, rate)
      sent += calls.length
      refused += result.refused
      times.push(...result.answers)
      take()
    }
    const { residentMiB = 0, heapMiB = 0 } = samples.at(-1) ?? {}
    const p99 = percentile(
      times.sort((a, b) => a - b),
      0.99,
    )
    console.log(
      `${String(minute).padStart(6)}${residentMiB.toFixed(0).padStart(10)}${heapMiB.toFixed(0).padStart(11)}` +
        `${String(answered).padStart(10)}${String(refused).padStart(10)}${p99.toFixed(1).padStart(17)}`,
    )
  }
  const limit = Date.now() + ANSWER_LIMIT_MS
  for (; answered < sent - refused && Date.now() < limit; take()) await setTimeout(200)
  isOver = true
  await sampling
  console.log(`${sent} sent, ${refused} refused, ${answered} answers`)
  // Whoever writes for the first time is greeted as well, so there are more answers than messages.
  if (refused > 0 || answered < sent) process.exitCode = 1
  return samples
}

async function readMemory({ url }: SpawnedProgram): Promise<Omit<MemorySample, 'seconds'>> {
  const metrics = await (await fetch(`${url}/metrics`)).text()
  const read = (name: string) =>
    Number(new RegExp(`^${name} (.+)$`, 'm').exec(metrics)?.[1] ?? Number.NaN) / MIB
  return {
    residentMiB: read('process_resident_memory_bytes'),
    heapMiB: read('nodejs_heap_size_used_bytes'),
  }
}

/** The means of the second and of the last quarter: by then everything is compiled and cached. */
function describeGrowth(samples: readonly MemorySample[]): string {
  const quarter = Math.floor(samples.length / 4)
  const mean = (some: readonly MemorySample[], read: (one: MemorySample) => number) =>
    some.reduce((sum, one) => sum + read(one), 0) / some.length
  const tell = (read: (one: MemorySample) => number) => {
    const [early, late] = [samples.slice(quarter, quarter * 2), samples.slice(-quarter)]
    return `${mean(early, read).toFixed(0)} → ${mean(late, read).toFixed(0)} MiB`
  }
  return `second quarter → last: resident ${tell(({ residentMiB }) => residentMiB)}, heap ${tell(({ heapMiB }) => heapMiB)}`
}

void soak()
