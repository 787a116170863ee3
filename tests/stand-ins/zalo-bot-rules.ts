import { z } from 'zod'

const chatId = z.string().regex(/^[0-9a-f]+$/)

/** What each method takes. */
const METHODS: Readonly<Record<string, z.ZodType>> = {
  sendMessage: z.strictObject({ chat_id: chatId, text: z.string().trim().min(1).max(2000) }),
  sendChatAction: z.strictObject({ chat_id: chatId, action: z.literal('typing') }),
  setWebhook: z.strictObject({
    url: z.url({ protocol: /^https$/ }),
    secret_token: z.string().min(8).max(256),
  }),
}

/** What the Zalo Bot Platform would not take of a call, as its answer; `undefined` for a good one. */
export function findZaloBotProblem(
  body: unknown,
  method = 'sendMessage',
): { error_code: number; description: string } | undefined {
  const schema = METHODS[method]
  if (!schema) return { error_code: 404, description: 'Not found' }
  const { error } = schema.safeParse(body)
  return error && { error_code: 400, description: z.prettifyError(error) }
}
