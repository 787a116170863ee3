import { z } from 'zod'

const title = z.string().trim().min(1).max(20)
const payload = z.string().min(1).max(1000)

const button = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('postback'), title, payload }),
  z.strictObject({ type: z.literal('web_url'), title, url: z.url({ protocol: /^https$/ }) }),
])
const quickReply = z.strictObject({ content_type: z.literal('text'), title, payload })
const template = z.strictObject({
  type: z.literal('template'),
  payload: z.strictObject({
    template_type: z.literal('button'),
    text: z.string().trim().min(1).max(640),
    buttons: z.array(button).min(1).max(3),
  }),
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

/** What the Send API would not take of a call's body, by the documented rules; `undefined` for a good one. */
export function findMessengerProblem(body: unknown): string | undefined {
  const { error } = call.safeParse(body)
  return error && z.prettifyError(error)
}
