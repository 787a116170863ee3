import { parse } from 'yaml'
import { z } from 'zod'

/** Anything longer is no text of an entry but an accident or an attack. */
const text = z.string().max(5_000).transform(clean).catch('')
const list = <T extends z.ZodType>(item: T) => z.array(item).max(1_000).catch([])
const line = z
  .string()
  .max(2_000)
  .transform((said) => clean(said).replace(/\s+/g, ' '))
const lines = list(line).transform((all) => all.filter((one) => one !== ''))
const day = z.string().max(40).nullable().catch(null)

const buttonSchema = z.union([
  z.object({ topic: line }),
  z.object({ flow: line }),
  z.object({ link: line, title: line }),
])
const sourceSchema = z.union([z.object({ claim: line }), z.object({ fact: line })])

/** What one channel says instead. */
const variantSchema = z.object({ short: text.optional(), detail: text.optional() })

/**
 * An entry while someone writes it: every field that {@link topicSchema} has but the id, and none has to be right yet.
 * An empty text, list or day is one that is not there.
 */
export const topicFormSchema = z.object({
  group: text,
  label: text,
  question: text,
  subject: text,
  aspect: text,
  covers: lines,
  examples: lines,
  answer: z
    .object({
      short: text,
      detail: text,
      channels: z.record(z.string().max(40), variantSchema).catch({}),
    })
    .catch({ short: '', detail: '', channels: {} }),
  notes: lines,
  buttons: list(buttonSchema),
  opens: text,
  sources: list(sourceSchema),
  valid_from: day,
  valid_until: day,
  reviewed_on: day,
  review_by: day,
  owner: text,
  off: z.boolean().catch(false),
})

/** See {@link topicFormSchema}. */
export type TopicForm = z.output<typeof topicFormSchema>

/** The form of an entry's file; of one that is no YAML or holds something else, an empty one. Never throws. */
export function readTopicForm(yaml: string): TopicForm {
  return topicFormSchema.parse(parseSafely(yaml) ?? {})
}

function parseSafely(yaml: string): unknown {
  try {
    const value: unknown = parse(yaml)
    return typeof value === 'object' && !Array.isArray(value) ? value : null
  } catch {
    return null
  }
}

function clean(said: string): string {
  return said.normalize('NFC').replace(/\r\n?/g, '\n').trim()
}
