import type { NumberName, NumberTable } from '../../../../insights/to-number-table'
import type { NumberKey } from '../../../numbers/read-numbers'

/** What the server tells of a period by one key, with names for keys that are none. */
export type NamedTable = NumberTable & { names: Record<string, string> }

/** What may be chosen. */
export type NumberChoices = {
  /** In Hanoi, `2026-11-24`. */
  today: string
  channels: string[]
  topics: { id: string; question: string }[]
  flows: { id: string; title: string }[]
}

/** What is looked at; days are both included, '' is all. */
export type NumberFilter = { from: string; to: string; channel: string; topic: string }

/** By what numbers are told apart, and what each is called. */
export const KEY_NAMES: Readonly<Record<NumberKey, string>> = {
  day: 'Ngày',
  channel: 'Kênh',
  topic: 'Mục',
  link: 'Đường dẫn',
}

/** The numbers that the chart draws, with a colour of the theme. */
export const DRAWN: readonly { name: NumberName; color: string }[] = [
  { name: 'answered', color: 'blue.8' },
  { name: 'clarified', color: 'yellow.7' },
  { name: 'unanswered', color: 'red.8' },
  { name: 'outside', color: 'gray.6' },
]

/** The query of a filter. */
export function toQuery(filter: NumberFilter): string {
  return new URLSearchParams(filter).toString()
}
