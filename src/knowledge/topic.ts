import { z } from 'zod'

/** Ids of topics, flows, notes: lower-case words joined by hyphens, so that they can stand in an address. */
export const idSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
  error: 'chỉ gồm chữ thường không dấu, số và dấu gạch nối, ví dụ chip-no-tracking',
})

/** A calendar day written `2026-11-24`. */
export const daySchema = z.iso.date({ error: 'ngày viết theo dạng 2026-11-24' })

/** What an answer rests on: a claim of the outline, or a checked fact. */
export const sourceSchema = z.union([
  z.strictObject({ claim: z.string() }),
  z.strictObject({ fact: z.string() }),
])

/** Characters of a button's title: the shortest limit of all channels (Messenger). */
const LABEL_LENGTH = 20

/** A button under an answer: another topic, a guided dialog, or an official link. */
export const buttonSchema = z.union([
  z.strictObject({ topic: idSchema }),
  z.strictObject({ flow: idSchema }),
  z.strictObject({ link: z.url(), title: z.string().min(1).max(LABEL_LENGTH) }),
])

/** The groups that topics are shown in. */
export const groupSchema = z.enum([
  'campaign',
  'card',
  'vneid',
  'howto',
  'services',
  'trouble',
  'law',
  'safety',
  'bot',
])

/** An entry of the knowledge base: one file of `knowledge/topics/`. */
export const topicSchema = z.strictObject({
  id: idSchema,
  group: groupSchema,
  /** The title on a button, understandable alone. */
  label: z.string().min(1).max(LABEL_LENGTH),
  /** The question that the entry answers, in full: its title. */
  question: z.string().min(5).max(120),
  /** What it is about and which side of that it tells: "mất bao lâu?" is understood by them. */
  subject: idSchema,
  aspect: idSchema,
  /** Other sides of the subject that the answer tells too. */
  covers: z.array(idSchema).default([]),
  /** Ways people ask it. The matcher learns from these. */
  examples: z.array(z.string().min(1).max(500)).min(5),
  answer: z.strictObject({
    /** The answer itself, complete, first. */
    short: z.string().min(1).max(300),
    detail: z.string().max(1000).optional(),
  }),
  /** Ids of shared notes that are told after the detail. */
  notes: z.array(idSchema).max(2).default([]),
  buttons: z.array(buttonSchema).max(3).default([]),
  /** The guided dialog that this question opens at once. */
  opens: idSchema.optional(),
  sources: z.array(sourceSchema).default([]),
  valid_from: daySchema.nullish(),
  valid_until: daySchema.nullish(),
  reviewed_on: daySchema,
  review_by: daySchema.nullish(),
  owner: z.string().min(1),
})

/** See {@link topicSchema}. */
export type Topic = z.infer<typeof topicSchema>
/** See {@link sourceSchema}. */
export type Source = z.infer<typeof sourceSchema>
