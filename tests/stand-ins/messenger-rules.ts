import { z } from 'zod'

const title = z.string().trim().min(1).max(20)
const payload = z.string().min(1).max(1000)
const https = z.url({ protocol: /^https$/ })
/** Text that Meta counts in characters, whatever they are made of. */
const text = (limit: number) =>
  z
    .string()
    .trim()
    .min(1)
    .refine((value) => [...value].length <= limit, { error: `more than ${limit} characters` })

const button = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('postback'), title, payload }),
  z.strictObject({ type: z.literal('web_url'), title, url: https }),
])
const quickReply = z.strictObject({ content_type: z.literal('text'), title, payload })
const buttonTemplate = z.strictObject({
  template_type: z.literal('button'),
  text: z.string().trim().min(1).max(640),
  buttons: z.array(button).min(1).max(3),
})
const card = z
  .strictObject({
    title: text(80),
    subtitle: text(80).optional(),
    image_url: https.optional(),
    buttons: z.array(button).min(1).max(3).optional(),
  })
  .refine((element) => Object.keys(element).length > 1, { error: 'a card is more than a title' })
const genericTemplate = z.strictObject({
  template_type: z.literal('generic'),
  elements: z.array(card).min(1).max(10),
})
const template = z.strictObject({
  type: z.literal('template'),
  payload: z.discriminatedUnion('template_type', [buttonTemplate, genericTemplate]),
})
const extras = {
  quick_replies: z.array(quickReply).min(1).max(13).optional(),
  metadata: z.string().max(999).optional(),
}
const message = z.union([
  z.strictObject({ text: z.string().trim().min(1).max(1999), ...extras }),
  z.strictObject({ attachment: template, ...extras }),
])
const recipient = z.strictObject({ id: z.string().min(1) })
const call = z.union([
  z.strictObject({ recipient, messaging_type: z.literal('RESPONSE'), message }),
  z.strictObject({ recipient, sender_action: z.enum(['typing_on', 'typing_off', 'mark_seen']) }),
])

const menuItem = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('postback'), title: text(30), payload }),
  z.strictObject({ type: z.literal('web_url'), title: text(30), url: https }),
])
const locale = z.string()
/** Of lists by locale, one must be `default`. */
const hasDefault = (list: { locale: string }[]) => list.some((item) => item.locale === 'default')
const NO_DEFAULT = { error: 'no default locale' }
const profile = z.strictObject({
  get_started: z.strictObject({ payload }).optional(),
  greeting: z
    .array(z.strictObject({ locale, text: text(160) }))
    .refine(hasDefault, NO_DEFAULT)
    .optional(),
  ice_breakers: z
    .array(
      z.strictObject({
        locale,
        call_to_actions: z
          .array(z.strictObject({ question: text(80), payload }))
          .min(1)
          .max(4),
      }),
    )
    .refine(hasDefault, NO_DEFAULT)
    .optional(),
  persistent_menu: z
    .array(
      z.strictObject({
        locale,
        composer_input_disabled: z.boolean(),
        call_to_actions: z.array(menuItem).min(1).max(20),
      }),
    )
    .refine(hasDefault, NO_DEFAULT)
    .optional(),
})
const fields = z.strictObject({ fields: z.array(z.enum(Object.keys(profile.shape))).min(1) })

const findProblem = (schema: z.ZodType) => (body: unknown) => {
  const { error } = schema.safeParse(body)
  return error && z.prettifyError(error)
}

/** What the Send API would not take of a call's body, by the documented rules; `undefined` for a good one. */
export const findMessengerProblem = findProblem(call)

/** The same of a `POST` to the Messenger Profile API. */
export const findProfileProblem = findProblem(profile)

/** The same of a `DELETE` to the Messenger Profile API. */
export const findProfileFieldsProblem = findProblem(fields)
