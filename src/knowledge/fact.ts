import { z } from 'zod'
import { daySchema, idSchema, sourceSchema } from './topic'

/** Something checked against the law or what was published: an item of `knowledge/facts.yaml`. */
export const factSchema = z.strictObject({
  id: z.string().describe('Mã của điều này, ví dụ f3.4'),
  says: z.string().describe('Điều đã đối chiếu, viết thành câu'),
  steps: z.array(z.string()).optional().describe('Các bước, nếu là thủ tục'),
  table: z.array(z.array(z.string())).optional().describe('Bảng số liệu, mỗi dòng một danh sách'),
  legal_basis: z
    .string()
    .nullable()
    .describe('Văn bản làm căn cứ, kèm điều khoản; null nếu chỉ là thông tin đã công bố'),
  applies_from: daySchema.nullable().describe('Áp dụng từ ngày; null nếu không rõ'),
  applies_until: daySchema.nullable().describe('Áp dụng đến hết ngày; null nếu chưa có hạn'),
  /** How it may be told; the file's head explains the three. */
  confidence: z
    .enum(['high', 'medium', 'low'])
    .describe(
      'high: nói như sự thật, kèm căn cứ; medium: nói "theo thông tin công bố" và nơi hỏi lại; ' +
        'low: không nói như sự thật, chỉ nêu nơi biết rõ',
    ),
  checked_on: daySchema.describe('Ngày đối chiếu'),
  sources: z
    .array(z.strictObject({ title: z.string(), url: z.string().nullable() }))
    .describe('Đã đối chiếu ở đâu: tên trang hoặc văn bản, và địa chỉ'),
  note: z.string().optional().describe('Ghi chú cho người soạn; không nói với người dân'),
})

/** See {@link factSchema}. */
export type Fact = z.infer<typeof factSchema>

/** `knowledge/facts.yaml`. */
export const factsSchema = z.array(factSchema)

/** A sentence that many answers share, kept once: an item of `knowledge/notes.yaml`. */
export const noteSchema = z.strictObject({
  id: idSchema.describe('Mã của lời dặn; các mục ghi mã này ở notes'),
  text: z.string().min(1).max(300).describe('Lời dặn, nối vào cuối câu trả lời; 150-250 ký tự'),
  sources: z.array(sourceSchema).default([]).describe('Lời dặn dựa vào đâu'),
  valid_until: daySchema.nullish().describe('Dùng đến hết ngày nào; null là chưa có hạn'),
})

/** See {@link noteSchema}. */
export type Note = z.infer<typeof noteSchema>

/** `knowledge/notes.yaml`. */
export const notesSchema = z.array(noteSchema)
