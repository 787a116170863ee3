import { z } from 'zod'
import type { Decoded, DecodedActivity } from '../channel-adapter'
import { parseJson } from '../untrusted-json'
import type { WebhookRequest } from '../webhook'

/** The account of every web conversation: there is one site. */
const ACCOUNT = 'site'
/** Characters (UTF-16 units) of what a person may write in one message; the page's input stops there too. */
export const MAX_TEXT_LENGTH = 2000
const MAX_PAYLOAD_LENGTH = 300
const MAX_TITLE_LENGTH = 200

/** Made by the page and repeated when it sends again, so that nothing is answered twice. */
const idSchema = z.string().regex(/^[0-9A-Za-z-]{16,64}$/)
/** A link by which the person came; of other signs or longer it is not ours. */
const refSchema = z.string().regex(/^[A-Za-z0-9_=-]{1,200}$/)
const bodySchema = z.union([
  z.strictObject({ id: idSchema, text: z.string().trim().min(1) }),
  z.strictObject({
    id: idSchema,
    payload: z.string().min(1).max(MAX_PAYLOAD_LENGTH),
    title: z.string().min(1).max(MAX_TITLE_LENGTH),
  }),
  z.strictObject({ id: idSchema, open: z.literal(true), ref: refSchema.optional() }),
  z.strictObject({ id: idSchema, ref: refSchema }),
])
type Body = z.infer<typeof bodySchema>

/** The conversation of a person on the web, as it stands in rows: `web:site:<person>`. */
export function toWebConversation(person: string): string {
  return `web:${ACCOUNT}:${person}`
}

/**
 * Turns what the page posts into an activity: `{id, text}`, a button `{id, payload, title}`, a link by which someone came
 * back `{id, ref}`, or the first opening of the chat `{id, open}`, perhaps by a link. Opening has one event id
 * for all time, so that a person is welcomed once.
 * @param context.person who posts it
 * @param context.now epoch milliseconds
 */
export function decodeWeb(
  { rawBody }: WebhookRequest,
  { person, now }: { person: string; now: number },
): Decoded {
  const body = bodySchema.safeParse(parseJson(rawBody))
  if (!body.success) return refuse(400, 'malformed message', 'bad_body')
  if ('text' in body.data && body.data.text.length > MAX_TEXT_LENGTH) {
    return refuse(413, `text is longer than ${MAX_TEXT_LENGTH} characters`, 'text_too_long')
  }
  const eventId = `${person}:${'open' in body.data ? 'open' : body.data.id}`
  const activity = toActivity(body.data, person)
  return {
    status: 200,
    body: '{}',
    activities: [{ eventId, account: ACCOUNT, person, occurredAt: now, activity }],
    confirmations: [],
    ignored: [],
  }
}

function toActivity(body: Body, person: string): DecodedActivity['activity'] {
  if ('text' in body) return { type: 'message', text: body.text }
  if ('payload' in body) return { type: 'message', text: body.title, value: body.payload }
  const value = body.ref === undefined ? {} : { value: `ref:${body.ref}` }
  if (!('open' in body)) return { type: 'event', name: 'referral', ...value }
  return { type: 'conversationUpdate', membersAdded: [{ id: person, name: '' }], ...value }
}

function refuse(status: number, body: string, reason: string): Decoded {
  return { status, body, activities: [], confirmations: [], ignored: [reason] }
}
