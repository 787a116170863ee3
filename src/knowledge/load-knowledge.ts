import { createHash } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import type { z } from 'zod'
import { lexiconSchema } from '../text/lexicon'
import { commandsSchema } from './commands'
import { factsSchema, notesSchema } from './fact'
import type { KnowledgeBase } from './knowledge-base'
import { messagesSchema } from './messages'
import { type MessengerPage, messengerPageSchema } from './messenger-page'
import { outlineSchema } from './outline'
import { outsideSchema } from './outside-topic'
import type { Problem } from './problem'
import type { Place } from './problem-at'
import { readYaml } from './read-yaml'
import { readingsSchema } from './readings'
import { redirectsSchema } from './redirects'
import { settingsSchema } from './settings'
import type { SourceFile } from './source-file'
import { type Topic, topicSchema } from './topic'
import { unitsSchema } from './units'

/** A topic and where it is written. */
export type PlacedTopic = Place & { topic: Topic }

/** The files of knowledge that are not topics, by their name without `.yaml`. */
export const KNOWLEDGE_SCHEMAS = {
  outline: outlineSchema,
  settings: settingsSchema,
  messages: messagesSchema,
  commands: commandsSchema,
  lexicon: lexiconSchema,
  readings: readingsSchema,
  facts: factsSchema,
  notes: notesSchema,
  outside: outsideSchema,
  units: unitsSchema,
  redirects: redirectsSchema,
  messenger: messengerPageSchema,
} as const satisfies Record<string, z.ZodType>

/** See {@link KNOWLEDGE_SCHEMAS}. */
export type KnowledgeFile = keyof typeof KNOWLEDGE_SCHEMAS
/** A campaign may do without a page on Messenger. */
const OPTIONAL = 'messenger' satisfies KnowledgeFile
type Read = {
  [Name in Exclude<KnowledgeFile, typeof OPTIONAL>]: z.infer<(typeof KNOWLEDGE_SCHEMAS)[Name]>
} & { messenger: MessengerPage | null }

/** What was read, to be checked as a whole even where some topics could not be read. */
export type Draft = {
  /** Holds the topics that could be read. */
  knowledge: KnowledgeBase
  /** Those that are turned off as well. */
  topics: PlacedTopic[]
  /** The other files as they stand, in their order and with what they hold twice. */
  read: Read
  /** Where the other files are. */
  places: Readonly<Record<KnowledgeFile, Place>>
  /** Ids, by their file names, of the topics that could not be read. */
  unread: ReadonlySet<string>
  /** Ids of all topics: those that are turned off or could not be read as well. */
  topicIds: ReadonlySet<string>
}

/** What was read: a knowledge base where every file is sound, and the problems found on the way. */
export type LoadedKnowledge = {
  knowledge: KnowledgeBase | null
  placed: PlacedTopic[]
  /** Null where a file other than a topic could not be read. */
  draft: Draft | null
  problems: Problem[]
}

/**
 * Reads the knowledge base from its files and checks each against its schema; what spans several files is
 * {@link checkKnowledge}'s. Never throws on what the files hold.
 */
export function loadKnowledge(files: readonly SourceFile[]): LoadedKnowledge {
  const problems: Problem[] = []
  const { placed, unread } = readTopics(files, problems)
  const named = readNamed(files, problems)
  if (!named) return { knowledge: null, placed, draft: null, problems }

  const { facts, notes, ...rest } = named.read
  const knowledge: KnowledgeBase = {
    ...rest,
    hash: hashOf(files),
    topics: byId(placed.map(({ topic }) => topic).filter(({ off }) => !off)),
    offTopics: byId(placed.map(({ topic }) => topic).filter(({ off }) => off)),
    facts: byId(facts),
    notes: byId(notes),
  }
  const topicIds = new Set([...placed.map(({ topic }) => topic.id), ...unread])
  const draft = { knowledge, topics: placed, unread, topicIds, ...named }
  const sound = problems.every(({ level }) => level !== 'error')
  return { knowledge: sound ? knowledge : null, placed, draft, problems }
}

function readTopics(files: readonly SourceFile[], problems: Problem[]) {
  const placed: PlacedTopic[] = []
  const unread = new Set<string>()
  const seen = new Map<string, string>()
  for (const file of files.filter(({ path }) => isTopicFile(path))) {
    const name = basename(file.path, '.yaml')
    const result = readYaml(file, topicSchema)
    problems.push(...result.problems)
    if (!result.ok) {
      unread.add(name)
      continue
    }
    const { value: topic, locate } = result
    const first = seen.get(topic.id)
    const at = { file: file.path, ...locate(['id']), level: 'error' as const }
    if (first) {
      problems.push({ ...at, message: `id "${topic.id}" đã dùng ở ${first}; đặt id khác` })
    } else if (name !== topic.id) {
      const message = `id "${topic.id}" phải trùng tên tệp; đổi một trong hai`
      problems.push({ ...at, message })
      // The others may name it by either.
      unread.add(name)
    }
    seen.set(topic.id, file.path)
    placed.push({ topic, file: file.path, locate })
  }
  return { placed, unread }
}

function readNamed(files: readonly SourceFile[], problems: Problem[]) {
  const others = files.filter(({ path }) => !isTopicFile(path))
  const folder = dirname(others[0]?.path ?? '.')
  const read: Partial<Record<KnowledgeFile, unknown>> = {}
  const places: Partial<Record<KnowledgeFile, Place>> = {}
  const names = Object.keys(KNOWLEDGE_SCHEMAS) as KnowledgeFile[]
  for (const name of names) {
    const file = others.find(({ path }) => basename(path) === `${name}.yaml`)
    if (!file && name === OPTIONAL) {
      read[name] = null
      places[name] = {
        file: join(folder, `${name}.yaml`),
        locate: () => ({ line: 1, column: 1 }),
      }
      continue
    }
    if (!file) {
      const message = 'thiếu tệp này; lấy lại từ bản cũ'
      const path = join(folder, `${name}.yaml`)
      problems.push({ file: path, line: 1, column: 1, level: 'error', message })
      continue
    }
    const result = readYaml<unknown>(file, KNOWLEDGE_SCHEMAS[name])
    problems.push(...result.problems)
    if (!result.ok) continue
    read[name] = result.value
    places[name] = { file: file.path, locate: result.locate }
  }
  if (names.some((name) => !places[name])) return null
  // Each was read by the schema of its name, and none is missing.
  return { read: read as Read, places: places as Record<KnowledgeFile, Place> }
}

/** Whether a file of the knowledge folder is a topic: it lies in `topics/`. */
export const isTopicFile = (path: string) => basename(dirname(path)) === 'topics'

const byId = <T extends { id: string }>(items: readonly T[]) =>
  new Map(items.map((item) => [item.id, item]))

function hashOf(files: readonly SourceFile[]): string {
  const hash = createHash('sha256')
  for (const { path, text } of files) hash.update(`${basename(path)}\0${text}\0`)
  return hash.digest('hex')
}
