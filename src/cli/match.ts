import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { readYaml } from '../knowledge/read-yaml'
import { createMatcher } from '../matching/create-matcher'
import { defaultThresholds } from '../matching/thresholds'
import type { Intent } from '../matching/train-matcher'
import { warmUp } from '../matching/warm-up'
import { emptyLexicon, type Lexicon, lexiconSchema } from '../text/lexicon'
import { CommandError, runCommand } from './command-error'
import { readLines } from './read-lines'

const exampleSchema = z.object({ text: z.string(), topic: z.string() })
const KINDS = { answer: 'answer', clarify: 'clarify', none: 'fallback' } as const

/** `npm run match -- --knowledge FILE --json`: the matcher alone, over any examples. */
async function match(): Promise<void> {
  const { values } = parseArgs({
    options: { knowledge: { type: 'string' }, json: { type: 'boolean', default: false } },
  })
  if (!values.knowledge) {
    throw new CommandError('name the examples: npm run match -- --knowledge FILE --json')
  }
  const intents = readIntents(values.knowledge)
  const matcher = createMatcher({
    intents,
    lexicon: readChatSpellings(),
    thresholds: defaultThresholds,
  })
  warmUp(
    matcher,
    intents.flatMap(({ examples }) => examples),
  )
  for await (const text of readLines()) {
    const begun = performance.now()
    const { kind, candidates } = matcher.match(text)
    const ms = performance.now() - begun
    const [best] = candidates
    const json = {
      text,
      kind: KINDS[kind],
      topic: kind === 'answer' ? (best?.topic ?? null) : null,
      flow: null,
      score: best?.score ?? 0,
      candidates,
      ms,
    }
    const list = candidates.map(({ topic, score }) => `${topic} ${score.toFixed(2)}`).join(', ')
    process.stdout.write(values.json ? `${JSON.stringify(json)}\n` : `${KINDS[kind]}: ${list}\n`)
  }
}

/** How people spell in chats is the same whatever they ask; what things are called belongs to a knowledge base. */
function readChatSpellings(): Lexicon {
  const path = join(process.env.KNOWLEDGE_DIR || 'knowledge', 'lexicon.yaml')
  if (!existsSync(path)) return emptyLexicon
  const read = readYaml({ path, text: readFileSync(path, 'utf8') }, lexiconSchema)
  return read.ok ? { ...emptyLexicon, spellings: read.value.spellings } : emptyLexicon
}

/** @throws {CommandError} when the file cannot be read or a line is no example; names the line */
function readIntents(path: string): Intent[] {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    throw new CommandError(`cannot read ${path}: name a file of lines {"text", "topic"}`)
  }
  const intents = new Map<string, string[]>()
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return
    const example = readExample(line)
    if (!example) {
      throw new CommandError(
        `${path}:${index + 1}:1: not an example; write {"text": "…", "topic": "…"}`,
      )
    }
    intents.set(example.topic, [...(intents.get(example.topic) ?? []), example.text])
  })
  return [...intents].map(([id, examples]) => ({ id, examples }))
}

function readExample(line: string) {
  try {
    return exampleSchema.safeParse(JSON.parse(line)).data ?? null
  } catch {
    return null
  }
}

runCommand(match)
