import { z } from 'zod'

const title = z.string().trim().min(1).max(100)
const button = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.enum(['oa.query.show', 'oa.query.hide']),
    title,
    payload: z.string().min(1).max(1000),
  }),
  z.strictObject({
    type: z.literal('oa.open.url'),
    title,
    payload: z.strictObject({ url: z.url({ protocol: /^https?$/ }) }),
  }),
])
const call = z.strictObject({
  recipient: z.strictObject({ user_id: z.string().regex(/^\d+$/) }),
  message: z.strictObject({
    text: z.string().trim().min(1).max(2000),
    attachment: z
      .strictObject({
        type: z.literal('template'),
        payload: z.strictObject({ buttons: z.array(button).min(1).max(5) }),
      })
      .optional(),
  }),
})

/** What Zalo would not take of a message's body, by the documented rules, as its answer; `undefined` for a good one. */
export function findZaloProblem(body: unknown): { error: number; message: string } | undefined {
  const { error } = call.safeParse(body)
  if (!error) return undefined
  const isTooMuch = error.issues.some((issue) => issue.code === 'too_big')
  return { error: isTooMuch ? -210 : -201, message: z.prettifyError(error) }
}
