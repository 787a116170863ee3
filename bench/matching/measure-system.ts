import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { Intent } from '../../src/matching/train-matcher'
import { createMatcherInput } from './matcher-input'
import { SYSTEMS } from './systems'
import { varyIntents, varyQuestions } from './vary-intents'

const WARM_UP_MS = 3_000

/** What one system did with one set of intents, in a process of its own. Times in milliseconds, memory in megabytes. */
export type Measurement = {
  system: string
  entries: number
  firstRight: number
  inThree: number
  loadMs: number
  p50Ms: number
  p99Ms: number
  /** Above what the process had before the system learnt anything. */
  memoryMb: number
}

/** Learns, asks and prints a {@link Measurement} as JSON: `--system NAME --entries N --most QUESTIONS`. */
async function measure(): Promise<void> {
  const { values } = parseArgs({
    options: {
      system: { type: 'string', default: 'Loa' },
      entries: { type: 'string', default: '0' },
      most: { type: 'string', default: '600' },
    },
  })
  const system = SYSTEMS.find(({ name }) => name === values.system)
  if (!system) throw new Error(`no system ${values.system}`)
  const { input, asked } = toTask(Number(values.entries))

  const before = await settledMemory()
  const begun = performance.now()
  const find = await system.learn(input)
  const loadMs = performance.now() - begun
  const memoryMb = ((await settledMemory()) - before) / 1e6

  const step = Math.max(1, Math.floor(asked.length / Number(values.most)))
  const questions = asked.filter((_, index) => index % step === 0)
  const times: number[] = []
  let [first, three] = [0, 0]
  await warmUp(find, input.intents)
  for (const { text, topic } of questions) {
    const start = performance.now()
    const topics = await find(text)
    times.push(performance.now() - start)
    if (topics[0] === topic) first += 1
    if (topics.slice(0, 3).includes(topic)) three += 1
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(share * (times.length - 1))] ?? 0
  const measurement: Measurement = {
    system: system.name,
    entries: input.intents.length,
    firstRight: (100 * first) / questions.length,
    inThree: (100 * three) / questions.length,
    loadMs,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    memoryMb,
  }
  process.stdout.write(JSON.stringify(measurement))
}

/** Of the real entries every fifth example is asked and not learnt; of varied ones, one that is not learnt. */
function toTask(entries: number) {
  const real = createMatcherInput()
  if (entries === 0) {
    const isAsked = (index: number) => index % 5 === 4
    const intents = real.intents.map((intent) => ({
      ...intent,
      examples: intent.examples.filter((_, index) => !isAsked(index)),
    }))
    const asked = real.intents.flatMap(({ id, examples, outside }) =>
      examples.filter((_, i) => !outside && isAsked(i)).map((text) => ({ text, topic: id })),
    )
    return { input: { ...real, intents }, asked }
  }
  const base = real.intents.filter(({ outside }) => !outside)
  const intents = varyIntents(base, entries)
  return { input: { ...real, intents }, asked: varyQuestions(base, entries) }
}

/** Asks what was learned until the code is compiled, so that what is measured is a server that has run for a while. */
async function warmUp(
  find: (text: string) => Promise<string[]>,
  intents: readonly Intent[],
): Promise<void> {
  const examples = intents.flatMap((intent) => intent.examples)
  const until = performance.now() + WARM_UP_MS
  for (let nth = 0; performance.now() < until; nth++) {
    // With other slips each time, so that it is not only known words that are warm.
    const text = examples[nth % examples.length] ?? ''
    await find(nth % 2 === 0 ? text : slip(text, nth))
  }
}

/** Leaves a letter out. */
function slip(text: string, nth: number): string {
  const at = (nth * 7) % Math.max(1, text.length)
  return text.slice(0, at) + text.slice(at + 1)
}

/** Bytes in use after a collection: run with `--expose-gc`. */
async function settledMemory(): Promise<number> {
  // What the last function held is let go of only once it has returned to the event loop.
  await setTimeout(50)
  globalThis.gc?.()
  // `external` counts buffers a second time, but not those that threads share.
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

void measure()
