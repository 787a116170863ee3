import { z } from 'zod'
import { daySchema, idSchema, sourceSchema } from '../knowledge/topic'

/** Characters of a button's title: the shortest limit of all channels (Messenger). */
const TITLE_LENGTH = 20

/** One answer that a step offers. */
export const choiceSchema = z
  .strictObject({
    id: idSchema.describe('Mã của lựa chọn'),
    /** On the button. */
    title: z.string().min(1).max(TITLE_LENGTH).describe('Chữ trên nút, tối đa 20 ký tự'),
    /** Other words that choose it, as people type them. */
    says: z.array(z.string().min(1)).default([]).describe('Các cách gõ khác cũng chọn nút này'),
    /** A guide that is walked first and comes back: a troubleshooter. */
    call: idSchema.optional().describe('id của hướng dẫn phụ làm trước, rồi quay lại đây'),
    /** The step that follows; with `call` it may be left out, and the same step is come back to. */
    goto: idSchema.optional().describe('id của bước tiếp theo'),
  })
  .refine(({ call, goto }) => call ?? goto, { error: 'thiếu goto (bước sau) hoặc call' })

/** Where a step leads: the first route whose condition holds, the last of which has none. */
export const routeSchema = z.strictObject({
  /** Holds when this choice was taken at that step. */
  when: z
    .strictObject({
      step: idSchema.describe('id của một bước đã qua'),
      is: idSchema.describe('id của lựa chọn đã chọn ở bước ấy'),
    })
    .optional()
    .describe('Đi lối này khi ở bước ấy đã chọn lựa chọn ấy; lối cuối không có when'),
  goto: idSchema.describe('id của bước tiếp theo'),
})

/** What is typed at a step: an age in years, a day (as days from today), or yes and no (1 and 0). Never a number of a paper or a code. */
export const askSchema = z.strictObject({
  kind: z
    .enum(['age', 'date', 'yes-no'])
    .describe('age: tuổi; date: ngày, tính số ngày từ hôm nay; yes-no: có là 1, không là 0'),
  /** Said when what was typed cannot be read. */
  invalid: z.string().min(1).max(200).describe('Nói khi không đọc được điều vừa gõ'),
  /** Where each value leads, both bounds included; together they cover every value. */
  ways: z
    .array(
      z.strictObject({
        from: z.number().int().optional().describe('Từ giá trị này'),
        to: z.number().int().optional().describe('Đến hết giá trị này'),
        goto: idSchema.describe('id của bước tiếp theo'),
      }),
    )
    .min(1)
    .describe('Mỗi giá trị dẫn tới đâu; gộp lại phải đủ mọi giá trị'),
})

/** One screen of a guide: one thing to do, or one question. */
export const flowStepSchema = z.strictObject({
  id: idSchema.describe('Mã của bước'),
  text: z.string().min(1).max(900).describe('Lời của bước: một việc hoặc một câu hỏi'),
  /** The step in a sentence, shown when it is taken up again after a question. */
  short: z.string().min(1).max(200).describe('Bước này trong một câu, khi nhắc lại'),
  choices: z.array(choiceSchema).max(3).default([]).describe('Tối đa 3 lựa chọn'),
  ask: askSchema
    .optional()
    .describe('Hỏi tuổi, ngày hoặc có/không; không bao giờ hỏi số giấy tờ, mã'),
  /** The step after "done", or routes to it; a step without choices, ask, next and end is a dead end. */
  next: z
    .union([idSchema, z.array(routeSchema).min(2)])
    .optional()
    .describe('id của bước sau khi bấm "Xong rồi", hoặc các lối theo điều đã chọn'),
  /** What the answer given here is called in the summary at the end; without it the answer is not told. */
  sum: z
    .string()
    .min(1)
    .max(60)
    .optional()
    .describe('Điều trả lời ở bước này gọi là gì trong tóm tắt ở cuối'),
  /** The guide ends here. */
  end: z.boolean().default(false).describe('true: hướng dẫn kết thúc ở bước này'),
  /** Topics offered at the end. */
  related: z.array(idSchema).max(3).default([]).describe('id các mục mời xem ở bước cuối'),
})

/** How people in the middle of an older version are treated when a version is published. */
export const changeSchema = z
  .strictObject({
    /** The version that brought the change. */
    version: z.number().int().min(2).describe('Bản có thay đổi này'),
    /** `safe`: texts only, applies at once. `move`: steps were renamed or removed. `restart`: one begins anew and is told why. */
    as: z
      .enum(['safe', 'move', 'restart'])
      .describe('safe: chỉ sửa lời; move: đổi, bỏ bước; restart: người đang làm bắt đầu lại'),
    /** Old step → new step, for `move`. */
    moves: z.record(idSchema, idSchema).default({}).describe('Bước cũ: bước mới, khi as là move'),
    why: z.string().min(1).max(300).optional().describe('Nói với người dân vì sao làm lại'),
  })
  .refine(({ as, why }) => as !== 'restart' || why, {
    error: 'as: restart cần why (nói với người dân vì sao)',
  })

/** Days of silence after which a guide begins afresh, where its author says nothing else. */
const EXPIRES_AFTER_DAYS = 14

/** A guided dialog: a file of `flows/`. It begins at its first step. */
export const flowSchema = z.strictObject({
  id: idSchema.describe('Mã của hướng dẫn, trùng tên tệp'),
  /** Raised by the author at every edit. */
  version: z.number().int().min(1).describe('Tăng lên 1 mỗi lần sửa'),
  /** What it guides through, shown in menus. */
  title: z.string().min(1).max(120).describe('Hướng dẫn việc gì'),
  /** A troubleshooter: begun in the middle of another guide, it comes back to it. */
  returns: z.boolean().default(false).describe('true: hướng dẫn phụ, xong thì quay về nơi gọi'),
  expires_after_days: z
    .number()
    .int()
    .min(1)
    .max(365)
    .default(EXPIRES_AFTER_DAYS)
    .describe('Im lặng bao nhiêu ngày thì bắt đầu lại'),
  /** What happened to people inside since version 1, oldest first. Without a line they stay on the version they began. */
  changes: z
    .array(changeSchema)
    .default([])
    .describe('Mỗi lần tăng version: người đang làm dở sẽ ra sao'),
  steps: z.array(flowStepSchema).min(1).max(60).describe('Các bước; bắt đầu từ bước đầu tiên'),
  sources: z.array(sourceSchema).min(1).describe('Hướng dẫn dựa vào đâu'),
  reviewed_on: daySchema.describe('Ngày soát lại gần nhất'),
  owner: z.string().min(1).describe('Nơi chịu trách nhiệm'),
})

/** See {@link flowSchema}. */
export type Flow = z.infer<typeof flowSchema>
/** See {@link flowStepSchema}. */
export type FlowStep = z.infer<typeof flowStepSchema>
/** See {@link choiceSchema}. */
export type Choice = z.infer<typeof choiceSchema>
/** See {@link askSchema}. */
export type Ask = z.infer<typeof askSchema>
