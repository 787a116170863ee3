import { z } from 'zod'
import { daySchema } from './topic'

/** The circular that the campaign rests on, claim by claim: `knowledge/outline.yaml`. */
export const outlineSchema = z.strictObject({
  document: z.strictObject({
    number: z.string(),
    /** As it is named in an answer's source line. */
    title: z.string(),
    issuer: z.string(),
    signed_by: z.string(),
    based_on: z.string(),
    date: daySchema,
  }),
  claims: z.array(z.strictObject({ id: z.string(), says: z.string() })),
})

/** See {@link outlineSchema}. */
export type Outline = z.infer<typeof outlineSchema>
