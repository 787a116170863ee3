import { z } from 'zod'
import { daySchema, idSchema, sourceSchema } from './topic'

/** Something checked against the law or what was published: an item of `knowledge/facts.yaml`. */
export const factSchema = z.strictObject({
  id: z.string(),
  says: z.string(),
  steps: z.array(z.string()).optional(),
  table: z.array(z.array(z.string())).optional(),
  legal_basis: z.string().nullable(),
  applies_from: daySchema.nullable(),
  applies_until: daySchema.nullable(),
  /** How it may be told; the file's head explains the three. */
  confidence: z.enum(['high', 'medium', 'low']),
  checked_on: daySchema,
  sources: z.array(z.strictObject({ title: z.string(), url: z.string().nullable() })),
  note: z.string().optional(),
})

/** See {@link factSchema}. */
export type Fact = z.infer<typeof factSchema>

/** A sentence that many answers share, kept once: an item of `knowledge/notes.yaml`. */
export const noteSchema = z.strictObject({
  id: idSchema,
  text: z.string().min(1).max(300),
  sources: z.array(sourceSchema).default([]),
  valid_until: daySchema.nullish(),
})

/** See {@link noteSchema}. */
export type Note = z.infer<typeof noteSchema>
