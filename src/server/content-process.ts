import { loadContent } from '../bot/load-content'
import type { MatcherModel } from '../matching/train-matcher'
import type { LoadRequest } from './create-process-loader'

/** Of the last content that was good: an edit that teaches nothing new needs no training. */
let known: MatcherModel | undefined

process.on('message', (request) => {
  const { sources, known: handedOver } = request as LoadRequest // create-process-loader sends nothing else
  known ??= handedOver
  const result = loadContent(sources, known)
  known = result.content?.model ?? known
  process.send?.(result)
})

// The server is gone, or has no more use for this process.
process.on('disconnect', () => process.exit(0))
