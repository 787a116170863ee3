import { type Cell, type CellHyperlinkValue, type CellRichTextValue, ValueType } from 'exceljs'
import { type CellKind, cleanText } from './clean-text'

/** What a cell says, cleaned, or why it cannot be taken. */
export type CellContent = { text: string } | { problem: string }

/** Days that a serial number can mean: 2000 to 2100. A number outside is no day. */
const FIRST_SERIAL = 36_526
const LAST_SERIAL = 73_051
const DAY_IN_MS = 86_400_000

/** Reads a cell as a person sees it, whatever Excel made of what was typed. Never computes a formula. */
export function readCell(cell: Cell, kind: CellKind): CellContent {
  if (cell.isMerged) return { problem: 'ô bị gộp với ô khác; bỏ gộp ô (Merge & Center)' }
  const content = toText(cell, kind)
  return 'text' in content ? { text: cleanText(content.text, kind) } : content
}

function toText({ type, value }: Cell, kind: CellKind): CellContent {
  switch (type) {
    case ValueType.Formula:
      return {
        problem:
          'ô là công thức; chép ô rồi dán giá trị (Paste Special > Values), hoặc gõ lại thành chữ',
      }
    case ValueType.Error:
      return { problem: 'ô báo lỗi của Excel; gõ lại nội dung' }
    case ValueType.Boolean:
      return { problem: 'Excel đã đổi ô thành TRUE/FALSE; gõ lại thành chữ' }
    case ValueType.Number:
      return { text: kind === 'day' ? fromSerial(Number(value)) : String(value) }
    case ValueType.Date:
      if (kind === 'day' && value instanceof Date) return { text: toIsoDay(value) }
      return { problem: 'Excel đã đổi ô thành ngày tháng; định dạng ô là Text rồi gõ lại' }
    case ValueType.RichText:
      // The cell's type says what its value is, here and below.
      return { text: joinRuns(value as CellRichTextValue) }
    case ValueType.Hyperlink:
      return { text: textOfLink(value as CellHyperlinkValue) }
    default:
      return { text: typeof value === 'string' ? value : '' }
  }
}

const joinRuns = ({ richText }: CellRichTextValue) => richText.map(({ text }) => text).join('')

/** The text of a link can itself be made of runs, which the library's types do not say. */
function textOfLink({ text, hyperlink }: { text: unknown; hyperlink: string }): string {
  if (typeof text === 'string' && text !== '') return text
  if (typeof text === 'object' && text !== null && 'richText' in text) {
    return joinRuns(text as CellRichTextValue)
  }
  return hyperlink
}

/** Excel's days have no time zone; the library gives them as midnight UTC. */
const toIsoDay = (date: Date) =>
  Number.isNaN(date.getTime()) ? 'không rõ' : date.toISOString().slice(0, 10)

function fromSerial(serial: number): string {
  if (serial < FIRST_SERIAL || serial > LAST_SERIAL) return String(serial)
  const epoch = Date.UTC(1899, 11, 30)
  return toIsoDay(new Date(epoch + Math.floor(serial) * DAY_IN_MS))
}
