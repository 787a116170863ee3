import type { z } from 'zod'
import { Refusal } from './refusal'

/**
 * A request's body or query, checked.
 * @throws {Refusal} 400 with the first mistake, in the words that the schema gives it
 */
export function readInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(input ?? {})
  if (parsed.success) return parsed.data
  throw new Refusal(400, parsed.error.issues[0]?.message ?? 'Dữ liệu gửi lên không đúng.')
}
