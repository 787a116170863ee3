import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { ContentResult, ContentSources } from '../bot/load-content'
import type { MatcherModel } from '../matching/train-matcher'
import type { ContentLoader } from './content-loader'

/** Training makes much that lives briefly; with room for it, a fifth of the time spent on collecting it is saved. */
const LIMITS = { maxYoungGenerationSizeMb: 32 }

/** People edit in bursts. Afterwards a thread that has learned holds a hundred megabytes for nothing. */
const IDLE_MS = 30_000

/**
 * Loads content in a thread of its own, since training takes a second or two. The thread stays for a while: its code
 * is then already compiled at the next edit. What was learned last is used again where an edit teaches nothing new.
 */
export function createWorkerLoader(): ContentLoader {
  let worker: Worker | undefined
  let known: MatcherModel | undefined
  let last: Promise<unknown> = Promise.resolve()
  let idle: NodeJS.Timeout | undefined

  async function ask(sources: ContentSources): Promise<ContentResult> {
    clearTimeout(idle)
    worker ??= start()
    const ended = new AbortController()
    const end = () => ended.abort(new Error('the loading of content was ended'))
    worker.once('exit', end)
    try {
      const answer = once(worker, 'message', { signal: ended.signal })
      worker.postMessage(sources)
      const [message] = await answer
      const result = message as ContentResult // content-worker sends nothing else
      known = result.content?.model ?? known
      return result
    } finally {
      worker?.off('exit', end)
      idle = setTimeout(() => void worker?.terminate(), IDLE_MS).unref()
    }
  }

  function start(): Worker {
    const started = new Worker(join(__dirname, 'content-worker.js'), {
      resourceLimits: LIMITS,
      workerData: known,
    })
    // One that failed is replaced at the next edit; whoever asked it is told by `once`.
    started.on('error', () => {})
    started.on('exit', () => {
      if (worker === started) worker = undefined
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
      await worker?.terminate()
    },
  }
}
