import { z } from 'zod'
import { daySchema, idSchema, sourceSchema } from '../knowledge/topic'

/** Characters of a button's title: the shortest limit of all channels (Messenger). */
const TITLE_LENGTH = 20

/** One answer that a step offers. */
export const choiceSchema = z.strictObject({
  id: idSchema,
  /** On the button. */
  title: z.string().min(1).max(TITLE_LENGTH),
  /** Other words that choose it, as people type them. */
  says: z.array(z.string().min(1)).default([]),
  /** The step that follows. */
  goto: idSchema,
})

/** One screen of a guide: one thing to do, or one question. */
export const flowStepSchema = z.strictObject({
  id: idSchema,
  text: z.string().min(1).max(900),
  /** The step in a sentence, shown when it is taken up again after a question. */
  short: z.string().min(1).max(200),
  choices: z.array(choiceSchema).max(3).default([]),
  /** The step after "done"; a step without choices, next and end is a dead end. */
  next: idSchema.optional(),
  /** The guide ends here. */
  end: z.boolean().default(false),
  /** Topics offered at the end. */
  related: z.array(idSchema).max(3).default([]),
})

/** A guided dialog: a file of `flows/`. It begins at its first step. */
export const flowSchema = z.strictObject({
  id: idSchema,
  /** Raised by the author at every edit. */
  version: z.number().int().min(1),
  /** What it guides through, shown in menus. */
  title: z.string().min(1).max(120),
  steps: z.array(flowStepSchema).min(1).max(60),
  sources: z.array(sourceSchema).min(1),
  reviewed_on: daySchema,
  owner: z.string().min(1),
})

/** See {@link flowSchema}. */
export type Flow = z.infer<typeof flowSchema>
/** See {@link flowStepSchema}. */
export type FlowStep = z.infer<typeof flowStepSchema>
/** See {@link choiceSchema}. */
export type Choice = z.infer<typeof choiceSchema>
