import { z } from 'zod'
import { daySchema, idSchema } from './topic'

const clockTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'giờ viết theo dạng 07:30')
const probabilitySchema = z.number().min(0).max(1)

/** What belongs to the campaign and not to one answer: `knowledge/settings.yaml`. */
export const settingsSchema = z.strictObject({
  campaign: z.strictObject({ name: z.string(), organiser: z.string() }),
  /** Where a person is reached, in the order they are told. */
  contacts: z
    .array(
      z.strictObject({
        name: z.string(),
        /** Phone or address of the contact, as it is told. */
        reach: z.string(),
        note: z.string().optional(),
      }),
    )
    .min(1),
  office: z.strictObject({
    timezone: z.literal('Asia/Ho_Chi_Minh'),
    /** Open hours; `days` counts 1 = Monday to 7 = Sunday. */
    hours: z.array(
      z.strictObject({
        days: z.array(z.number().int().min(1).max(7)).min(1),
        from: clockTimeSchema,
        to: clockTimeSchema,
      }),
    ),
    /** Public holidays, when the office is closed. */
    holidays: z.array(daySchema).default([]),
  }),
  /** Staff who answer in a platform's own inbox: the bot is silent until they have not written for so many hours. */
  staff: z
    .strictObject({ keeps_conversation_hours: z.number().min(0).max(168) })
    .default({ keeps_conversation_hours: 4 }),
  /** Domains that a button may open; a domain stands for its subdomains too. */
  allowed_domains: z.array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/)).min(1),
  /** Probabilities from which the bot answers, and from which it offers a choice. */
  matching: z.strictObject({ answer: probabilitySchema, clarify: probabilitySchema }),
  /** Subjects that people take for one: a short question after another is about any of its family. */
  families: z.array(z.array(idSchema).min(2)).default([]),
  /** Sides of a subject (`aspect`) that people ask for in a word or two after an answer. */
  facets: z.array(idSchema).default([]),
  /** Minutes of silence in the middle of a guide after which the next message is told where one was. */
  greet_after_minutes: z.number().int().min(1).default(60),
  /** Topics that are small talk: inside a guide its own words come before them. */
  small_talk: z.array(idSchema).default([]),
  /** Topics offered in the menu. */
  menu: z.array(idSchema).min(1).max(5),
})

/** See {@link settingsSchema}. */
export type Settings = z.infer<typeof settingsSchema>
