import { z } from 'zod'

const call = z.strictObject({
  chat_id: z.string().regex(/^[0-9a-f]+$/),
  text: z.string().trim().min(1).max(2000),
})

/** What the Zalo Bot Platform would not take of a `sendMessage`, as its answer; `undefined` for a good one. */
export function findZaloBotProblem(
  body: unknown,
): { error_code: number; description: string } | undefined {
  const { error } = call.safeParse(body)
  return error && { error_code: 400, description: z.prettifyError(error) }
}
