import { z } from 'zod'
import { daySchema, idSchema } from './topic'

const clockTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'giờ viết theo dạng "07:30"')
/** https, with a star for all subdomains of a domain that has two parts at least; or this machine, to try it. */
const EMBED_ORIGIN =
  /^(https:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+|http:\/\/(localhost|127\.0\.0\.1))(:\d{1,5})?$/
const probabilitySchema = z.number().min(0).max(1)

const days = (least: number, usual: number) => z.number().int().min(least).max(3_650).default(usual)

/** How many days of what is kept; whatever is older is deleted without anybody's doing. */
const keepsDaysSchema = z.strictObject({
  messages: days(8, 30).describe('Tin nhắn hai bên, đã che số riêng (ít nhất 8)'),
  dead_letters: days(1, 14).describe('Lời đáp không gửi đi được'),
  silent_conversations: days(15, 60).describe(
    'Chỗ đang trò chuyện dở của người không nhắn nữa (ít nhất 15)',
  ),
  questions: days(30, 180).describe(
    'Câu hỏi đã che số riêng, không ghi ai hỏi, để sửa câu trả lời',
  ),
  help_requests: days(1, 30).describe('Yêu cầu gặp cán bộ chưa ai trả lời; không lâu hơn tin nhắn'),
  counts: days(90, 1_095).describe('Số đếm theo ngày, không ghi ai'),
  receipts: days(30, 1_095).describe('Biên nhận đã xóa dữ liệu, không ghi của ai'),
})

/** See {@link keepsDaysSchema}. */
export type KeepsDays = z.infer<typeof keepsDaysSchema>

/** What belongs to the campaign and not to one answer: `knowledge/settings.yaml`. */
export const settingsSchema = z.strictObject({
  campaign: z
    .strictObject({
      name: z.string().describe('Tên đợt tuyên truyền'),
      organiser: z.string().describe('Cơ quan tổ chức'),
    })
    .describe('Đợt tuyên truyền'),
  /** Where a person is reached, in the order they are told. */
  contacts: z
    .array(
      z.strictObject({
        name: z.string().describe('Tên nơi liên hệ'),
        /** Phone or address of the contact, as it is told. */
        reach: z.string().describe('Số điện thoại hoặc địa chỉ, đúng như nói với người dân'),
        note: z.string().optional().describe('Lời thêm trong ngoặc, ví dụ "có thể tính cước"'),
      }),
    )
    .min(1)
    .describe('Nơi gặp người thật, theo thứ tự được nêu'),
  office: z
    .strictObject({
      timezone: z.literal('Asia/Ho_Chi_Minh'),
      /** Open hours; `days` counts 1 = Monday to 7 = Sunday. */
      hours: z
        .array(
          z.strictObject({
            days: z
              .array(z.number().int().min(1).max(7))
              .min(1)
              .describe('1 là thứ Hai, 7 là Chủ nhật'),
            from: clockTimeSchema.describe('Từ giờ, ví dụ "08:00"'),
            to: clockTimeSchema.describe('Đến giờ, ví dụ "12:00"'),
          }),
        )
        .describe('Giờ làm việc trong tuần'),
      /** Public holidays, when the office is closed. */
      holidays: z.array(daySchema).default([]).describe('Ngày nghỉ lễ, tết'),
    })
    .describe('Giờ làm việc của cán bộ'),
  /** Staff who answer in a platform's own inbox: the bot is silent until they have not written for so many hours. */
  staff: z
    .strictObject({
      keeps_conversation_hours: z
        .number()
        .min(0)
        .max(168)
        .describe('Cán bộ không nhắn nữa trong chừng này giờ thì Loa lại trả lời (0 đến 168)'),
    })
    .default({ keeps_conversation_hours: 4 })
    .describe('Khi cán bộ tự nhắn với người dân trong hộp thư của trang'),
  /** Domains that an answer may name; a domain stands for its subdomains too. */
  allowed_domains: z
    .array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'tên miền viết như vneid.gov.vn'))
    .min(1)
    .describe('Chỉ những tên miền này (và tên miền con) được nêu trong lời của Loa'),
  /** Sites that may show the web chat in a frame; see docs/embed.md. */
  embed_origins: z
    .array(
      z
        .string()
        .regex(
          EMBED_ORIGIN,
          'viết như https://phuong.hanoi.gov.vn hoặc https://*.hanoi.gov.vn, chữ thường, không có dấu / ở cuối',
        ),
    )
    .default([])
    .describe('Những trang web được nhúng khung chat của Loa, ví dụ https://phuong.hanoi.gov.vn'),
  /** Probabilities from which the bot answers, and from which it offers a choice. */
  matching: z
    .strictObject({
      answer: probabilitySchema.describe('Chắc từ mức này thì trả lời (0 đến 1)'),
      clarify: probabilitySchema.describe('Chắc từ mức này thì hỏi lại (0 đến 1)'),
    })
    .describe('Từ mức nào thì trả lời, từ mức nào thì hỏi lại'),
  /** Subjects that people take for one: a short question after another is about any of its family. */
  families: z
    .array(z.array(idSchema).min(2))
    .default([])
    .describe('Những subject mà người dân coi là một việc, để hiểu câu hỏi cụt tiếp theo'),
  /** Sides of a subject (`aspect`) that people ask for in a word or two after an answer. */
  facets: z
    .array(idSchema)
    .default([])
    .describe('Những aspect mà người dân hỏi cụt một hai chữ sau một câu trả lời'),
  /** Minutes of silence in the middle of a guide after which the next message is told where one was. */
  greet_after_minutes: z
    .number()
    .int()
    .min(1)
    .default(60)
    .describe('Im lặng bao nhiêu phút giữa hướng dẫn thì lần sau nhắc đang ở bước nào'),
  /** More of one person is answered once with a word about it, and then not at all. */
  limits: z
    .strictObject({
      messages_per_minute: z
        .number()
        .int()
        .min(5)
        .default(20)
        .describe(
          'Một người nhắn quá chừng này tin trong một phút thì Loa nhắc một lần rồi im lặng',
        ),
      messages_per_hour: z.number().int().min(30).default(200).describe('Như trên, trong một giờ'),
    })
    .prefault({})
    .describe('Chặn máy tự động nhắn liên tục'),
  keeps_days: keepsDaysSchema
    .prefault({})
    .describe('Giữ dữ liệu bao nhiêu ngày; cũ hơn thì Loa tự xóa'),
  /** Who works in the console. */
  console: z
    .strictObject({
      two_persons: z
        .boolean()
        .describe('true: một người viết, người khác duyệt mới đăng; false: tự đăng được'),
    })
    .default({ two_persons: true })
    .describe('Cách làm việc trong bảng điều hành'),
  /** How often what is told is looked at again. */
  reviews: z
    .strictObject({
      /** From one review to the next, in days. */
      lasts_days: z
        .number()
        .int()
        .min(1)
        .max(730)
        .describe('Một lần soát dùng được bao nhiêu ngày, khi mục không hẹn ngày khác'),
      /** Days before a review is due from which the console reminds of it. */
      remind_days: z
        .number()
        .int()
        .min(0)
        .max(90)
        .describe('Nhắc trên trang chính của bảng điều hành trước bao nhiêu ngày'),
    })
    .default({ lasts_days: 90, remind_days: 14 })
    .describe('Bao lâu soát lại một lần'),
  /** Topics that are small talk: inside a guide its own words come before them. */
  small_talk: z
    .array(idSchema)
    .default([])
    .describe('id các mục chào hỏi; giữa hướng dẫn thì lời của hướng dẫn được ưu tiên'),
  /** Where the campaign is written to; a channel that is left out is offered nowhere. */
  channels: z
    .strictObject({
      zalo: z
        .string()
        .regex(/^https:\/\/zalo\.me\/[A-Za-z0-9._-]{1,60}$/, {
          error: 'viết như https://zalo.me/579745863508352884',
        })
        .optional()
        .describe('Địa chỉ Zalo OA'),
      messenger: z
        .string()
        .regex(/^https:\/\/m\.me\/[A-Za-z0-9._-]{1,60}$/, {
          error: 'viết như https://m.me/ten-trang',
        })
        .optional()
        .describe('Địa chỉ m.me của trang Facebook'),
    })
    .default({})
    .describe('Nơi người dân nhắn tin; kênh nào không ghi thì không hiện nút'),
  /** Topics offered in the menu. */
  menu: z.array(idSchema).min(1).max(5).describe('id các mục hiện trong trình đơn, tối đa 5'),
})

/** See {@link settingsSchema}. */
export type Settings = z.infer<typeof settingsSchema>
