import { isDeepStrictEqual } from 'node:util'
import { parse } from 'yaml'
import { editYaml, type YamlEdit } from './edit-yaml'
import { topicSchema } from './topic'
import type { TopicForm } from './topic-form'

type Fields = Readonly<Record<string, unknown>>

const ORDERS: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(topicSchema.shape),
  answer: ['short', 'detail', 'channels'],
}
const BLOCKS: Readonly<Record<string, YamlEdit['block']>> = { short: 'folded', detail: 'literal' }
/** Days that are written as `null` where there is none, so that one sees that none was meant. */
const OPEN_DAYS = ['valid_from', 'valid_until', 'review_by']

/**
 * The text of an entry's file with what the form says; only fields that differ are written, comments and all else stay.
 * @throws {YamlEditError} when the file is written in a way that cannot be edited
 */
export function editTopic(text: string, form: TopicForm): string {
  // A published file and a draft of ours are maps; `editYaml` refuses anything else.
  const before = (parse(text) ?? {}) as Fields
  const { id: _id, ...fields } = before
  return editFields(text, [], { before: fields, after: form })
}

/** The text of a new entry's file. */
export function newTopicText(id: string, form: TopicForm): string {
  return editTopic(`# yaml-language-server: $schema=../../schemas/topic.json\nid: ${id}\n`, form)
}

function editFields(
  text: string,
  at: readonly string[],
  { before, after }: { before: Fields; after: Fields },
): string {
  const known = ORDERS[at.join('.')] ?? ORDERS.answer ?? []
  const keys = [...new Set([...known, ...Object.keys(before), ...Object.keys(after)])]
  return keys.reduce((whole, key) => {
    const [old, value] = [toWritten(before[key]), toWritten(after[key])]
    if (isDeepStrictEqual(old, value)) return whole
    if (isFields(old) && isFields(value)) {
      return editFields(whole, [...at, key], { before: old, after: value })
    }
    const written = value === undefined && OPEN_DAYS.includes(key) ? null : value
    return editYaml(whole, { path: [...at, key], value: written, order: keys, block: BLOCKS[key] })
  }, text)
}

/** A value as a file has it: what is empty is left out. */
function toWritten(value: unknown): unknown {
  if (value === null || value === '' || value === false) return undefined
  if (Array.isArray(value)) return value.length > 0 ? value : undefined
  if (!isFields(value)) return typeof value === 'string' ? value.trim() : value
  const fields = Object.entries(value).flatMap(([key, inner]) => {
    const written = toWritten(inner)
    return written === undefined ? [] : [[key, written] as const]
  })
  return fields.length > 0 ? Object.fromEntries(fields) : undefined
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
