import { z } from 'zod'
import { daySchema, idSchema, sourceSchema } from '../knowledge/topic'

/** Characters of a button's title: the shortest limit of all channels (Messenger). */
const TITLE_LENGTH = 20

/** One answer that a step offers. */
export const choiceSchema = z
  .strictObject({
    id: idSchema,
    /** On the button. */
    title: z.string().min(1).max(TITLE_LENGTH),
    /** Other words that choose it, as people type them. */
    says: z.array(z.string().min(1)).default([]),
    /** A guide that is walked first and comes back: a troubleshooter. */
    call: idSchema.optional(),
    /** The step that follows; with `call` it may be left out, and the same step is come back to. */
    goto: idSchema.optional(),
  })
  .refine(({ call, goto }) => call ?? goto, { error: 'thiếu goto (bước sau) hoặc call' })

/** Where a step leads: the first route whose condition holds, the last of which has none. */
export const routeSchema = z.strictObject({
  /** Holds when this choice was taken at that step. */
  when: z.strictObject({ step: idSchema, is: idSchema }).optional(),
  goto: idSchema,
})

/** What is typed at a step: an age in years, a day (as days from today), or yes and no (1 and 0). Never a number of a paper or a code. */
export const askSchema = z.strictObject({
  kind: z.enum(['age', 'date', 'yes-no']),
  /** Said when what was typed cannot be read. */
  invalid: z.string().min(1).max(200),
  /** Where each value leads, both bounds included; together they cover every value. */
  ways: z
    .array(
      z.strictObject({
        from: z.number().int().optional(),
        to: z.number().int().optional(),
        goto: idSchema,
      }),
    )
    .min(1),
})

/** One screen of a guide: one thing to do, or one question. */
export const flowStepSchema = z.strictObject({
  id: idSchema,
  text: z.string().min(1).max(900),
  /** The step in a sentence, shown when it is taken up again after a question. */
  short: z.string().min(1).max(200),
  choices: z.array(choiceSchema).max(3).default([]),
  ask: askSchema.optional(),
  /** The step after "done", or routes to it; a step without choices, ask, next and end is a dead end. */
  next: z.union([idSchema, z.array(routeSchema).min(2)]).optional(),
  /** What the answer given here is called in the summary at the end; without it the answer is not told. */
  sum: z.string().min(1).max(60).optional(),
  /** The guide ends here. */
  end: z.boolean().default(false),
  /** Topics offered at the end. */
  related: z.array(idSchema).max(3).default([]),
})

/** How people in the middle of an older version are treated when a version is published. */
export const changeSchema = z
  .strictObject({
    /** The version that brought the change. */
    version: z.number().int().min(2),
    /** `safe`: texts only, applies at once. `move`: steps were renamed or removed. `restart`: one begins anew and is told why. */
    as: z.enum(['safe', 'move', 'restart']),
    /** Old step → new step, for `move`. */
    moves: z.record(idSchema, idSchema).default({}),
    why: z.string().min(1).max(300).optional(),
  })
  .refine(({ as, why }) => as !== 'restart' || why, {
    error: 'as: restart cần why (nói với người dân vì sao)',
  })

/** Days of silence after which a guide begins afresh, where its author says nothing else. */
const EXPIRES_AFTER_DAYS = 14

/** A guided dialog: a file of `flows/`. It begins at its first step. */
export const flowSchema = z.strictObject({
  id: idSchema,
  /** Raised by the author at every edit. */
  version: z.number().int().min(1),
  /** What it guides through, shown in menus. */
  title: z.string().min(1).max(120),
  /** A troubleshooter: begun in the middle of another guide, it comes back to it. */
  returns: z.boolean().default(false),
  expires_after_days: z.number().int().min(1).max(365).default(EXPIRES_AFTER_DAYS),
  /** What happened to people inside since version 1, oldest first. Without a line they stay on the version they began. */
  changes: z.array(changeSchema).default([]),
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
/** See {@link askSchema}. */
export type Ask = z.infer<typeof askSchema>
