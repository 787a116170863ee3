import { parseArgs } from 'node:util'
import type { Content } from '../bot/content'
import { createExplainer } from '../matching/create-explainer'
import { warmUp } from '../matching/warm-up'
import { beginConversation } from '../rehearsal/conversation'
import { CommandError, runCommand } from './command-error'
import { loadSoundContent, readContent } from './read-content'
import { readLines } from './read-lines'
import { toExplanationText } from './to-explanation-text'

/**
 * `npm run ask`: each line of standard input is the first message of a conversation of its own. With `--json` one
 * object a line as contracts name it; without, the answers as text, and with `--explain` why each message was understood
 * as it was instead.
 */
async function ask(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      explain: { type: 'boolean', default: false },
    },
  })
  if (values.json && values.explain) throw new CommandError('choose one of --json and --explain')
  if (values.explain) return explain()
  const stopwatch = { ms: 0 }
  const read = readContent(Date.now())
  warmUp(
    read.matcher,
    [...read.knowledge.topics.values()].flatMap(({ examples }) => examples),
  )
  const content = timeMatching(read, stopwatch)
  for await (const text of readLines()) {
    stopwatch.ms = 0
    const conversation = beginConversation(content, 'web', Date.now)
    const { outcome, messages } = await conversation.say({ text })
    const json = {
      text,
      kind: outcome?.kind ?? 'fallback',
      topic: outcome?.topic ?? null,
      flow: outcome?.flow ?? null,
      score: outcome?.score ?? 0,
      candidates: outcome?.candidates ?? [],
      ms: stopwatch.ms,
    }
    const shown = messages.map((message) => message.text).join('\n\n')
    process.stdout.write(values.json ? `${JSON.stringify(json)}\n` : `${shown}\n\n`)
  }
}

async function explain(): Promise<void> {
  const { knowledge, model } = loadSoundContent(Date.now())
  const toExplanation = createExplainer(model, knowledge.settings.matching)
  for await (const text of readLines()) {
    process.stdout.write(`${text}\n${toExplanationText(toExplanation(text))}\n\n`)
  }
}

/** The same content with a matcher that leaves its time, in milliseconds, in the stopwatch. */
function timeMatching(content: Content, stopwatch: { ms: number }): Content {
  return {
    ...content,
    matcher: {
      match(utterance) {
        const begun = performance.now()
        const understanding = content.matcher.match(utterance)
        stopwatch.ms += performance.now() - begun
        return understanding
      },
    },
  }
}

runCommand(ask)
