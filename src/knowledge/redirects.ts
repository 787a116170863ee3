import { z } from 'zod'
import { daySchema, idSchema } from './topic'

const rest = {
  /** Where it is told now; without it, it is told no longer. May itself have moved on since. */
  to: idSchema.optional().describe('id nay dùng thay; bỏ dòng này nếu đã xóa hẳn'),
  on: daySchema.describe('Từ ngày nào'),
  /** Why, where it is told no longer, and whom to ask. */
  note: z
    .string()
    .min(1)
    .max(300)
    .optional()
    .describe('Nói với người mở đường dẫn cũ; phải có khi đã xóa hẳn'),
}
const needsNote = { error: 'đã xóa hẳn (không có to) thì ghi note: nói với người mở đường dẫn cũ' }

/** An id that was published and is no more: a line of `knowledge/redirects.yaml`. */
export const redirectSchema = z.union([
  z
    .strictObject({ topic: idSchema.describe('id cũ của mục'), ...rest })
    .refine(({ to, note }) => to ?? note, needsNote),
  z
    .strictObject({ flow: idSchema.describe('id cũ của hướng dẫn'), ...rest })
    .refine(({ to, note }) => to ?? note, needsNote),
])

/** See {@link redirectSchema}. */
export type Redirect = z.infer<typeof redirectSchema>

/** `knowledge/redirects.yaml`. */
export const redirectsSchema = z.array(redirectSchema)

/** What an address leads to: an entry of the knowledge base, or a guide. */
export type PageKind = 'topic' | 'flow'

/** Of what kind a redirect is, and the id that is no more. */
export function movedId(redirect: Redirect): { kind: PageKind; id: string } {
  return 'topic' in redirect
    ? { kind: 'topic', id: redirect.topic }
    : { kind: 'flow', id: redirect.flow }
}
