import { parentPort, workerData } from 'node:worker_threads'
import { type ContentSources, loadContent } from '../bot/load-content'
import type { MatcherModel } from '../matching/train-matcher'

/** Of the last content that was good: an edit that teaches nothing new needs no training. */
let known = workerData as MatcherModel | undefined // see create-worker-loader

parentPort?.on('message', (sources: ContentSources) => {
  const result = loadContent(sources, known)
  known = result.content?.model ?? known
  parentPort?.postMessage(result)
})
