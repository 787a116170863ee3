import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { BaseSource, RehearsalRunner } from '../rehearsal/rehearsal-runner'
import type { RehearsalBase, RehearsalResults, RehearsalTask } from '../rehearsal/rehearser'

/** What the process is asked; the base where it is newer than the one that it has. */
export type RehearsalRequest = {
  revision: number
  base: RehearsalBase | null
  task: RehearsalTask
}
/** What it answers: the result of the task's kind, or why there is none. */
export type RehearsalAnswer =
  | { result: RehearsalResults[keyof RehearsalResults] }
  | { error: string }

/** People write for a while, then do something else; the process holds a knowledge base and a few matchers meanwhile. */
const IDLE_MS = 300_000

/**
 * Runs rehearsals in a process of its own, whose memory goes back to the system when nobody has asked it for five
 * minutes.
 */
export function createProcessRunner(): RehearsalRunner {
  let child: ChildProcess | undefined
  /** The revision that the process has. */
  let known: number | null = null
  let last: Promise<unknown> = Promise.resolve()
  let idle: NodeJS.Timeout | undefined

  async function ask({ revision, read }: BaseSource, task: RehearsalTask) {
    clearTimeout(idle)
    child ??= start()
    const asked = child
    const ended = new AbortController()
    const end = () => ended.abort(new Error('the trying of a draft was ended'))
    asked.once('exit', end)
    // Idle it keeps nobody alive; while it is waited for, it must.
    asked.channel?.ref()
    try {
      const base = known === revision ? null : await read()
      const answer = once(asked, 'message', { signal: ended.signal })
      const request: RehearsalRequest = { revision, base, task }
      asked.send(request)
      const [message] = (await answer) as [RehearsalAnswer] // rehearsal-process sends nothing else
      if ('error' in message) throw new Error(message.error)
      known = revision
      return message.result
    } finally {
      asked.off('exit', end)
      asked.channel?.unref()
      idle = setTimeout(() => asked.kill(), IDLE_MS).unref()
    }
  }

  function start(): ChildProcess {
    const started = fork(join(__dirname, 'rehearsal-process.js'), { serialization: 'advanced' })
    // One that failed is replaced at the next task; whoever asked it is told by `once`.
    started.on('error', () => {})
    started.on('exit', () => {
      if (child !== started) return
      child = undefined
      known = null
    })
    started.unref()
    return started
  }

  return {
    run(base, task) {
      // The process answers a task with the result of its kind.
      const result = last.then(() => ask(base, task)) as Promise<RehearsalResults[typeof task.kind]>
      last = result.catch(() => {})
      return result
    },
    async close() {
      clearTimeout(idle)
      child?.kill()
    },
  }
}
