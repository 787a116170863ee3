import { createHash } from 'node:crypto'
import { basename, dirname } from 'node:path'
import { z } from 'zod'
import { lexiconSchema } from '../text/lexicon'
import { commandsSchema } from './commands'
import { factSchema, noteSchema } from './fact'
import type { KnowledgeBase } from './knowledge-base'
import { messagesSchema } from './messages'
import { messengerPageSchema } from './messenger-page'
import { outlineSchema } from './outline'
import { outsideTopicSchema } from './outside-topic'
import type { Problem } from './problem'
import { type Locate, readYaml } from './read-yaml'
import { settingsSchema } from './settings'
import type { SourceFile } from './source-file'
import { type Topic, topicSchema } from './topic'

/** A topic and where it is written, for messages about it. */
export type PlacedTopic = { topic: Topic; file: string; locate: Locate }

/** What was read: a knowledge base where every file is sound, and the problems found on the way. */
export type LoadedKnowledge = {
  knowledge: KnowledgeBase | null
  placed: PlacedTopic[]
  problems: Problem[]
}

/**
 * Reads the knowledge base from its files. Checks each file against its schema and that ids are not used twice;
 * what spans several files is {@link checkKnowledge}'s. Never throws on what the files hold.
 */
export function loadKnowledge(files: readonly SourceFile[]): LoadedKnowledge {
  const problems: Problem[] = []

  const read = <T>(file: SourceFile, schema: z.ZodType<T>) => {
    const result = readYaml(file, schema)
    problems.push(...result.problems)
    return result.ok ? result : null
  }
  const readOptional = <T>(name: string, schema: z.ZodType<T>): T | null | undefined => {
    const file = files.find(({ path }) => basename(path) === name && !isTopic(path))
    return file && (read(file, schema)?.value ?? null)
  }
  const readNamed = <T>(name: string, schema: z.ZodType<T>): T | null => {
    const value = readOptional(name, schema)
    if (value !== undefined) return value
    problems.push({ file: name, line: 1, column: 1, level: 'error', message: 'thiếu tệp này' })
    return null
  }

  const placed: PlacedTopic[] = []
  const seen = new Map<string, string>()
  for (const file of files.filter(({ path }) => isTopic(path))) {
    const result = read(file, topicSchema)
    if (!result) continue
    const { value: topic, locate } = result
    const first = seen.get(topic.id)
    if (first) {
      const message = `id "${topic.id}" đã dùng ở ${first}; đặt id khác`
      problems.push({ file: file.path, ...locate(['id']), level: 'error', message })
    } else if (basename(file.path, '.yaml') !== topic.id) {
      const message = `id "${topic.id}" phải trùng tên tệp; đổi một trong hai`
      problems.push({ file: file.path, ...locate(['id']), level: 'error', message })
    }
    seen.set(topic.id, file.path)
    placed.push({ topic, file: file.path, locate })
  }

  const outline = readNamed('outline.yaml', outlineSchema)
  const settings = readNamed('settings.yaml', settingsSchema)
  const messages = readNamed('messages.yaml', messagesSchema)
  const commands = readNamed('commands.yaml', commandsSchema)
  const lexicon = readNamed('lexicon.yaml', lexiconSchema)
  const facts = readNamed('facts.yaml', z.array(factSchema))
  const notes = readNamed('notes.yaml', z.array(noteSchema))
  const messenger = readOptional('messenger.yaml', messengerPageSchema) ?? null
  const outside = readNamed('outside.yaml', z.array(outsideTopicSchema))

  const sound = problems.every(({ level }) => level !== 'error')
  if (
    !sound ||
    !outline ||
    !settings ||
    !messages ||
    !commands ||
    !lexicon ||
    !facts ||
    !notes ||
    !outside
  ) {
    return { knowledge: null, placed, problems }
  }
  const byId = <T extends { id: string }>(items: T[]) =>
    new Map(items.map((item) => [item.id, item]))
  const knowledge: KnowledgeBase = {
    hash: hashOf(files),
    topics: byId(placed.map(({ topic }) => topic)),
    outside,
    notes: byId(notes),
    facts: byId(facts),
    outline,
    settings,
    messages,
    messenger,
    commands,
    lexicon,
  }
  return { knowledge, placed, problems }
}

const isTopic = (path: string) => basename(dirname(path)) === 'topics'

function hashOf(files: readonly SourceFile[]): string {
  const hash = createHash('sha256')
  for (const { path, text } of files) hash.update(`${basename(path)}\0${text}\0`)
  return hash.digest('hex')
}
