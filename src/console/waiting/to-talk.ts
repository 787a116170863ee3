import type { ConversationRow } from '../../storage/conversation-table'

/** One message of a conversation as staff see it. */
export type TalkItem = {
  from: 'person' | 'bot' | 'staff'
  /** Masked where the person wrote it. */
  text: string
  /** Epoch milliseconds. */
  at: number
  /** Of what we say: whether the platform has it. */
  status: 'pending' | 'sent' | 'dead' | null
}

/** A conversation as staff read it, and how to answer in it. */
export type Talk = {
  items: TalkItem[]
  /** The person's id on the platform, for sending; null where nothing of theirs is left. Not for the screen. */
  person: string | null
  /** Id of our last message; 0 before the first. What is sent is sent on top of it. */
  lastReply: number
}

/** Reads a conversation's rows. What says nothing, such as that a chat was opened, is left out. */
export function toTalk(rows: readonly ConversationRow[]): Talk {
  let person: string | null = null
  let lastReply = 0
  const items = rows.flatMap((row): TalkItem[] => {
    if (row.from === 'bot') {
      lastReply = Math.max(lastReply, row.id)
      const text = findText(row.payload)
      const { at, status } = row
      return text ? [{ from: row.byStaff ? 'staff' : 'bot', text, at, status }] : []
    }
    const { from } = row.activity as { from?: { id?: string } } // every channel's activities have it
    person = from?.id ?? person
    const text = toPersonText(row.activity)
    return text ? [{ from: 'person', text, at: row.at, status: null }] : []
  })
  return { items, person, lastReply }
}

function toPersonText({ type, text, value, attachments }: Record<string, unknown>): string | null {
  if (type !== 'message') return null
  if (typeof text === 'string' && text.trim() !== '') return text
  if (Array.isArray(attachments) && attachments.length > 0) return '(gửi ảnh, tệp hoặc nhãn dán)'
  return value ? '(bấm một nút)' : null
}

/** The text of a platform's request: every platform calls it `text`, wherever it lies. */
function findText(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null
  const entries = Object.entries(value)
  for (const [key, part] of entries) if (key === 'text' && typeof part === 'string') return part
  for (const [, part] of entries) {
    const text = findText(part)
    if (text !== null) return text
  }
  return null
}
