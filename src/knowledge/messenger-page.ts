import { z } from 'zod'
import { idSchema } from './topic'

/** Limits of Meta. Source: Messenger Platform, "Messenger Profile API" and its pages. */
const GREETING_LENGTH = 160
const MENU_ITEMS = 20
const MENU_TITLE_LENGTH = 30
const ICE_BREAKERS = 4
/** Longer questions are cut on a phone. */
const ICE_BREAKER_LENGTH = 80

/** Signs as Meta counts them: an emoji or a letter with its diacritics is one. */
const hasAtMost = (limit: number) => (text: string) => [...text.normalize('NFC')].length <= limit
const line = (limit: number) =>
  z
    .string()
    .trim()
    .min(1)
    .refine(hasAtMost(limit), { error: `dài quá ${limit} ký tự, rút gọn lại` })

const title = line(MENU_TITLE_LENGTH).describe('Chữ trên dòng, tối đa 30 ký tự')
const menuItemSchema = z.union([
  z.strictObject({ title, topic: idSchema.describe('id của mục') }),
  z.strictObject({ title, flow: idSchema.describe('id của hướng dẫn') }),
  z.strictObject({
    title,
    command: z.enum(['menu', 'human']).describe('menu: các mục; human: gặp người thật'),
  }),
  z.strictObject({ title, link: z.url().describe('Trang web, https') }),
])

/** What the campaign's page on Messenger shows before anyone writes: `knowledge/messenger.yaml`. */
export const messengerPageSchema = z.strictObject({
  /** Under the page's name in a new conversation; `{{user_first_name}}` is the person's first name. */
  greeting: line(GREETING_LENGTH).describe(
    'Lời chào dưới tên trang, tối đa 160 ký tự; {{user_first_name}} là tên người dân',
  ),
  /** The menu beside the input, there at any time. */
  menu: z
    .array(menuItemSchema)
    .max(MENU_ITEMS)
    .default([])
    .describe('Trình đơn cạnh ô gõ, tối đa 20 dòng'),
  /** Questions to begin with, shown in a new conversation. */
  ice_breakers: z
    .array(
      z.strictObject({
        question: line(ICE_BREAKER_LENGTH).describe('Câu hỏi, như người dân sẽ hỏi'),
        topic: idSchema.describe('id của mục'),
      }),
    )
    .max(ICE_BREAKERS)
    .default([])
    .describe('Câu hỏi gợi ý khi mới mở cuộc trò chuyện, tối đa 4'),
})

/** See {@link messengerPageSchema}. */
export type MessengerPage = z.infer<typeof messengerPageSchema>
