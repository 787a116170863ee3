import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { ContentResult, ContentSources } from '../bot/load-content'
import type { MatcherModel } from '../matching/train-matcher'
import type { ContentLoader } from './content-loader'

/** What the process is asked: content to load, and what was learned last, for a process that does not know it. */
export type LoadRequest = { sources: ContentSources; known: MatcherModel | undefined }

/** Training makes much that lives briefly; with room for it, a fifth of the time spent on collecting it is saved. */
const YOUNG_GENERATION = '--max-semi-space-size=32'

/** People edit in bursts. Afterwards a process that has learned holds a hundred megabytes for nothing. */
const IDLE_MS = 30_000

/**
 * Loads content in a process of its own: training takes a second or two, and its memory goes back to the system with
 * the process, which that of a thread does not. The process stays for a while: its code is then already compiled at the
 * next edit. What was learned last is used again where an edit teaches nothing new.
 */
export function createProcessLoader(): ContentLoader {
  let child: ChildProcess | undefined
  let known: MatcherModel | undefined
  let last: Promise<unknown> = Promise.resolve()
  let idle: NodeJS.Timeout | undefined

  async function ask(sources: ContentSources): Promise<ContentResult> {
    clearTimeout(idle)
    const isNew = child === undefined
    child ??= start()
    const asked = child
    const ended = new AbortController()
    const end = () => ended.abort(new Error('the loading of content was ended'))
    asked.once('exit', end)
    // Idle it keeps nobody alive; while it is waited for, it must.
    asked.channel?.ref()
    try {
      const answer = once(asked, 'message', { signal: ended.signal })
      const request: LoadRequest = { sources, known: isNew ? known : undefined }
      asked.send(request)
      const [message] = await answer
      const result = message as ContentResult // content-process sends nothing else
      known = result.content?.model ?? known
      return result
    } finally {
      asked.off('exit', end)
      asked.channel?.unref()
      idle = setTimeout(() => asked.kill(), IDLE_MS).unref()
    }
  }

  function start(): ChildProcess {
    const started = fork(join(__dirname, 'content-process.js'), {
      serialization: 'advanced',
      execArgv: [YOUNG_GENERATION],
    })
    // One that failed is replaced at the next edit; whoever asked it is told by `once`.
    started.on('error', () => {})
    started.on('exit', () => {
      if (child === started) child = undefined
    })
    started.unref()
    return started
  }

  return {
    load(sources) {
      const result = last.then(() => ask(sources))
      last = result.catch(() => {})
      return result
    },
    async close() {
      clearTimeout(idle)
      child?.kill()
    },
  }
}
