import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { BaseSource, RehearsalRunner } from '../rehearsal/rehearsal-runner'
import type { RehearsalResults, RehearsalTask } from '../rehearsal/rehearser'

/** People write for a while, then do something else; the thread holds a knowledge base and a few matchers meanwhile. */
const IDLE_MS = 300_000

type Answer = { result: RehearsalResults[keyof RehearsalResults] } | { error: string }

/** Runs rehearsals in a thread of its own, which ends when nobody has asked it for five minutes. */
export function createWorkerRunner(): RehearsalRunner {
  let worker: Worker | undefined
  /** The revision that the thread has. */
  let known: number | null = null
  let last: Promise<unknown> = Promise.resolve()
  let idle: NodeJS.Timeout | undefined

  async function ask({ revision, read }: BaseSource, task: RehearsalTask) {
    clearTimeout(idle)
    worker ??= start()
    const ended = new AbortController()
    const end = () => ended.abort(new Error('the trying of a draft was ended'))
    worker.once('exit', end)
    try {
      const base = known === revision ? null : await read()
      const answer = once(worker, 'message', { signal: ended.signal })
      worker.postMessage({ revision, base, task })
      const [message] = (await answer) as [Answer] // rehearsal-worker sends nothing else
      if ('error' in message) throw new Error(message.error)
      known = revision
      return message.result
    } finally {
      worker?.off('exit', end)
      idle = setTimeout(() => void worker?.terminate(), IDLE_MS).unref()
    }
  }

  function start(): Worker {
    const started = new Worker(join(__dirname, 'rehearsal-worker.js'))
    // One that failed is replaced at the next task; whoever asked it is told by `once`.
    started.on('error', () => {})
    started.on('exit', () => {
      if (worker !== started) return
      worker = undefined
      known = null
    })
    started.unref()
    return started
  }

  return {
    run(base, task) {
      // The thread answers a task with the result of its kind.
      const result = last.then(() => ask(base, task)) as Promise<RehearsalResults[typeof task.kind]>
      last = result.catch(() => {})
      return result
    },
    async close() {
      clearTimeout(idle)
      await worker?.terminate()
    },
  }
}
