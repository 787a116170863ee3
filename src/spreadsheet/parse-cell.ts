import { daySchema } from '../knowledge/topic'
import type { Parsed } from './sheet'

/** The text itself. */
export const parseText = (value: string): Parsed => ({ value })

/** One item a line. */
export const parseLines = (text: string): Parsed => ({ value: text.split('\n') })

/** A day, already written `2026-11-24` where it is one. */
export const parseDay = (value: string): Parsed =>
  daySchema.safeParse(value).success
    ? { value }
    : { problem: `"${value}" không phải ngày; viết như 24/11/2026` }

/** The key whose shown name a text is, or the key itself. */
export function parseChoice(text: string, names: Readonly<Record<string, string>>): Parsed {
  const wanted = text.toLowerCase()
  const found = Object.entries(names).find(
    ([key, name]) => key === wanted || name.toLowerCase() === wanted,
  )
  if (found) return { value: found[0] }
  return { problem: `không có "${text}"; chọn một trong: ${Object.values(names).join('; ')}` }
}
