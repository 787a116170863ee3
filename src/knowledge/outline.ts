import { z } from 'zod'
import { daySchema } from './topic'

/** The circular that the campaign rests on, claim by claim: `knowledge/outline.yaml`. */
export const outlineSchema = z.strictObject({
  document: z
    .strictObject({
      number: z.string().describe('Số, ký hiệu văn bản'),
      /** As it is named in an answer's source line. */
      title: z.string().describe('Tên văn bản, như hiện ở dòng nguồn của câu trả lời'),
      issuer: z.string().describe('Cơ quan ban hành'),
      signed_by: z.string().describe('Người ký'),
      based_on: z.string().describe('Văn bản mà nó căn cứ vào'),
      date: daySchema.describe('Ngày ban hành'),
      /** Word for word. Paragraphs are parted by an empty line; `# ` begins a heading, `- ` an item. */
      text: z
        .string()
        .min(1)
        .max(50_000)
        .optional()
        .describe('Toàn văn, chép nguyên chữ, để cán bộ chuyển tiếp; chưa có thì bỏ trống'),
    })
    .describe('Văn bản của đợt tuyên truyền'),
  claims: z
    .array(
      z.strictObject({
        id: z.string().describe('Mã của ý, ví dụ c1.3'),
        says: z.string().describe('Ý của đề cương, sát nguyên văn'),
      }),
    )
    .describe('Từng ý của đề cương; mỗi ý phải có ít nhất một mục dẫn'),
})

/** See {@link outlineSchema}. */
export type Outline = z.infer<typeof outlineSchema>
