import type { SpreadsheetWords } from '../knowledge/spreadsheet-words'
import type { Topic } from '../knowledge/topic'
import type { Parsed } from './sheet'

type Button = Topic['buttons'][number]
type ButtonWords = SpreadsheetWords['buttons']

/** A button as a line of its cell: `mục: card-fee`, `liên kết: Mở VNeID | https://vneid.gov.vn`. */
export function showButton(button: Button, words: ButtonWords): string {
  if ('topic' in button) return `${words.topic}: ${button.topic}`
  if ('flow' in button) return `${words.flow}: ${button.flow}`
  return `${words.link}: ${button.title} | ${button.link}`
}

/** The buttons that a cell's lines mean. */
export function parseButtons(text: string, words: ButtonWords): Parsed {
  const buttons = text.split('\n').map((line) => parseButton(line, words))
  const unread = text.split('\n').find((_line, index) => buttons[index] === null)
  if (unread === undefined) return { value: buttons }
  return {
    problem:
      `không hiểu nút "${unread}"; viết "${words.topic}: mã", "${words.flow}: mã" ` +
      `hoặc "${words.link}: Tên nút | https://..."`,
  }
}

function parseButton(line: string, words: ButtonWords): Button | null {
  const [, kind = '', rest = ''] = /^([^:]+):\s*(.+)$/.exec(line) ?? []
  switch (kind.trim().toLowerCase()) {
    case words.topic.toLowerCase():
      return { topic: rest }
    case words.flow.toLowerCase():
      return { flow: rest }
    case words.link.toLowerCase(): {
      const [, title, link] = /^(.+?)\s*\|\s*(\S+)$/.exec(rest) ?? []
      return title && link ? { link, title } : null
    }
    default:
      return null
  }
}
