import { z } from 'zod'

/** Ids of topics, flows, notes: lower-case words joined by hyphens, so that they can stand in an address. */
export const idSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
  error: 'chỉ gồm chữ thường không dấu, số và dấu gạch nối, ví dụ chip-no-tracking',
})

/** A calendar day written `2026-11-24`. */
export const daySchema = z.iso.date({ error: 'ngày viết theo dạng 2026-11-24' })

/** What an answer rests on: a claim of the outline, or a checked fact. */
export const sourceSchema = z.union([
  z.strictObject({ claim: z.string().describe('Mã một ý trong outline.yaml, ví dụ c1.3') }),
  z.strictObject({ fact: z.string().describe('Mã một điều trong facts.yaml, ví dụ f3.4') }),
])

/** Characters of a button's title: the shortest limit of all channels (Messenger). */
const LABEL_LENGTH = 20

/** A button under an answer: another topic, a guided dialog, or an official link. */
export const buttonSchema = z.union([
  z.strictObject({ topic: idSchema.describe('id của mục mà nút mở ra') }),
  z.strictObject({ flow: idSchema.describe('id của hướng dẫn từng bước mà nút bắt đầu') }),
  z.strictObject({
    link: z
      .url({ error: 'đường dẫn viết đủ, ví dụ https://vneid.gov.vn' })
      .describe('Đường dẫn https tới trang chính thức; tên miền phải có trong settings.yaml'),
    title: z.string().min(1).max(LABEL_LENGTH).describe('Chữ trên nút, tối đa 20 ký tự'),
  }),
])

/** The groups that topics are shown in. */
export const groupSchema = z.enum([
  'campaign',
  'card',
  'vneid',
  'howto',
  'services',
  'trouble',
  'law',
  'safety',
  'bot',
])

const shortSchema = z
  .string()
  .min(1)
  .max(300)
  .describe('Câu trả lời, đọc riêng đã đủ ý; tối đa 300 ký tự')
const detailSchema = z
  .string()
  .max(1000)
  .describe('Phần nói thêm: các bước đánh số, trường hợp riêng; tối đa 1000 ký tự')

/** What one channel says instead; what it leaves out is said as everywhere. */
const variantSchema = z
  .strictObject({ short: shortSchema.optional(), detail: detailSchema.optional() })
  .refine(({ short, detail }) => short !== undefined || detail !== undefined, {
    error: 'ghi short hoặc detail riêng cho kênh này, hoặc bỏ kênh này đi',
  })

/** An entry of the knowledge base: one file of `knowledge/topics/`. */
export const topicSchema = z.strictObject({
  id: idSchema.describe('Mã của mục, trùng tên tệp'),
  group: groupSchema.describe('Nhóm của mục'),
  /** The title on a button, understandable alone. */
  label: z
    .string()
    .min(1)
    .max(LABEL_LENGTH)
    .describe('Chữ trên nút dẫn tới mục này, đọc riêng cũng hiểu; tối đa 20 ký tự'),
  /** The question that the entry answers, in full: its title. */
  question: z
    .string()
    .min(5)
    .max(120)
    .describe('Câu hỏi đầy đủ mà mục này trả lời; tối đa 120 ký tự'),
  /** What it is about and which side of that it tells: "mất bao lâu?" is understood by them. */
  subject: idSchema.describe(
    'Việc mà mục nói tới, ví dụ level-2; các mục cùng việc ghi giống nhau',
  ),
  aspect: idSchema.describe('Mặt nào của việc ấy: what, how, where, papers, duration, cost, who…'),
  /** Other sides of the subject that the answer tells too. */
  covers: z.array(idSchema).default([]).describe('Những aspect khác mà câu trả lời cũng nói tới'),
  /** Ways people ask it. The matcher learns from these. */
  examples: z
    .array(z.string().min(1).max(500))
    .min(5)
    .describe('Các cách người dân hỏi, mỗi dòng một câu, từ 25 câu trở lên; Loa học từ đây'),
  answer: z
    .strictObject({
      /** The answer itself, complete, first. */
      short: shortSchema,
      detail: detailSchema.optional(),
      /** By the name of a channel, where that channel needs other words. */
      channels: z
        .record(z.string(), variantSchema)
        .default({})
        .describe('Lời riêng cho một kênh, ví dụ zalo-bot, khi kênh ấy cần nói khác'),
    })
    .describe('Câu trả lời'),
  /** Ids of shared notes that are told after the detail. */
  notes: z
    .array(idSchema)
    .max(2)
    .default([])
    .describe('Mã lời dặn dùng chung trong notes.yaml, được nối vào cuối; tối đa 2'),
  buttons: z
    .array(buttonSchema)
    .max(3)
    .default([])
    .describe('Tối đa 3 nút: topic (mục khác), flow (hướng dẫn), hoặc link kèm title'),
  /** The guided dialog that this question opens at once. */
  opens: idSchema.optional().describe('id của hướng dẫn mở ra ngay sau câu trả lời ngắn'),
  sources: z
    .array(sourceSchema)
    .default([])
    .describe('Câu trả lời dựa vào đâu: claim (ý của đề cương) hoặc fact (điều đã đối chiếu)'),
  valid_from: daySchema.nullish().describe('Câu trả lời đúng từ ngày nào, ví dụ 2024-07-01'),
  valid_until: daySchema.nullish().describe('Đúng đến hết ngày nào; null là chưa có hạn'),
  reviewed_on: daySchema.describe('Ngày soát lại gần nhất'),
  review_by: daySchema.nullish().describe('Phải soát lại trước ngày nào'),
  owner: z.string().min(1).describe('Nơi chịu trách nhiệm về câu trả lời'),
  /** Turned off: its questions are still recognised, so that no other entry answers them, and are not answered. */
  off: z
    .boolean()
    .default(false)
    .describe('true là tắt: Loa không trả lời bằng mục này, nút dẫn tới nó không hiện'),
})

/** See {@link topicSchema}. */
export type Topic = z.infer<typeof topicSchema>
/** See {@link sourceSchema}. */
export type Source = z.infer<typeof sourceSchema>
