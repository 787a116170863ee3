import { z } from 'zod'
import { groupSchema } from './topic'

/** Excel takes no longer name of a sheet, and none of these characters in it. */
const sheetName = z.string().regex(/^[^[\]*/\\?:]{1,31}$/, {
  error: 'tên trang dài tối đa 31 ký tự, không có [ ] * / \\ ? :',
})
const title = z.string().min(1).max(60)
/** Excel shows both when it refuses what is typed, and takes no more characters. */
const column = z.strictObject({
  title: z.string().min(1).max(32),
  help: z.string().min(1).max(225),
})
/** Nine names share the 255 characters of a list in Excel, which commas divide. */
const groupName = z.string().regex(/^[^,"]{1,25}$/, {
  error: 'tên nhóm dài tối đa 25 ký tự, không có dấu phẩy và dấu "',
})

/** The columns of the sheet of topics. */
const topicColumn = z.enum([
  'id',
  'group',
  'label',
  'question',
  'short',
  'detail',
  'examples',
  'buttons',
  'opens',
  'notes',
  'sources',
  'subject',
  'aspect',
  'valid_from',
  'valid_until',
  'reviewed_on',
  'review_by',
  'owner',
])

/** The columns of the sheet of business that is outside. */
const outsideColumn = z.enum(['id', 'name', 'office', 'examples'])

/** The words of the spreadsheet in which the communications team edits: a part of `knowledge/messages.yaml`. */
export const spreadsheetWordsSchema = z.strictObject({
  sheets: z.strictObject({ topics: sheetName, outside: sheetName, guide: sheetName }),
  columns: z.record(topicColumn, column),
  outside_columns: z.record(outsideColumn, column),
  groups: z.record(groupSchema, groupName),
  /** How a button is written in its cell: `mục: card-fee`. */
  buttons: z.strictObject({ topic: title, flow: title, link: title }),
  guide: z.strictObject({
    rules: z.array(z.string().min(1).max(600)).min(1),
    sheet: title,
    column: title,
    help: title,
    groups: title,
  }),
})

/** See {@link spreadsheetWordsSchema}. */
export type SpreadsheetWords = z.infer<typeof spreadsheetWordsSchema>
/** The name of a column of the sheet of topics. */
export type TopicColumn = z.infer<typeof topicColumn>
/** The name of a column of the sheet of outside business. */
export type OutsideColumn = z.infer<typeof outsideColumn>
