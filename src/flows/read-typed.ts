import dayjs from 'dayjs'
import customParseFormat from 'dayjs/plugin/customParseFormat'
import { fold } from '../text/fold'
import type { Ask } from './flow'

dayjs.extend(customParseFormat)

/** What was typed: its value as the flow's ways count it, and how it is told back. */
export type Typed = { value: number; told: string }

const OLDEST = 120

/** "Dưới 6 tuổi" is no age: a boundary of the law may lie in between. */
const ONLY_ABOUT = /\b(duoi|chua|gan|sap|khoang|tam)\b/
const NEWBORN = /\b(so sinh|moi sinh|moi de)\b/

/**
 * Reads an age ("72", "14 tuổi", "18 tháng", "sinh năm 1954"), a day ("12/5", "ngày mai") or a yes or no out of what was typed.
 * Null for what is none.
 * @param today a calendar day in Hanoi, `2026-11-25`
 */
export function readTyped(kind: Ask['kind'], text: string, today: string): Typed | null {
  const plain = fold(text)
    .replace(/[.!?]+$/, '')
    .trim()
  switch (kind) {
    case 'age':
      return readAge(plain, Number(today.slice(0, 4)))
    case 'date':
      return readDay(plain, today)
    case 'yes-no':
      // Without its marks "dừng", which stops, is "đúng".
      return /dừng/i.test(text.normalize('NFC')) ? null : readYesNo(plain)
  }
}

function readAge(plain: string, year: number): Typed | null {
  if (NEWBORN.test(plain)) return { value: 0, told: 'mới sinh' }
  const [, months] = /^\D{0,25}?\b(\d{1,2}) ?thang\b\D{0,25}$/.exec(plain) ?? []
  if (months)
    return { value: Math.floor(Number(months) / 12), told: `${Number(months)} tháng tuổi` }
  const birth = /\b(?:sinh|sn|nam)\D{0,12}((?:19|20)\d{2})\b|^((?:19|20)\d{2})$/.exec(plain)
  const born = birth?.[1] ?? birth?.[2]
  const [, years] = /^\D{0,25}?\b(\d{1,3}) ?(?:tuoi|t)?\b\D{0,25}$/.exec(plain) ?? []
  const age = born ? year - Number(born) : years ? Number(years) : -1
  if (ONLY_ABOUT.test(plain)) return age === 1 ? { value: 0, told: 'chưa đầy 1 tuổi' } : null
  return age >= 0 && age <= OLDEST ? { value: age, told: `${age} tuổi` } : null
}

/** Days named by a word, in days from today. The longer name first: "ngay kia" holds no "kia" alone. */
const NAMED_DAYS: readonly (readonly [RegExp, number])[] = [
  [/\bhom kia\b/, -2],
  [/\bhom qua\b/, -1],
  [/\b(hom nay|toi nay|chieu nay|sang nay|bay gio)\b/, 0],
  [/\b(ngay kia|ngay mot|mot)\b/, 2],
  [/\b(ngay mai|mai)\b/, 1],
]

function readDay(plain: string, today: string): Typed | null {
  const start = dayjs(today)
  const [, date, month, year = start.format('YYYY')] =
    /\b(\d{1,2}) ?(?:[/.-]|thang) ?(\d{1,2})(?: ?(?:[/.-]|nam) ?(\d{4}))?\b/.exec(plain) ?? []
  if (date && month) {
    const day = dayjs(
      `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`,
      'YYYY-MM-DD',
      true,
    )
    return day.isValid() ? { value: day.diff(start, 'day'), told: day.format('DD/MM/YYYY') } : null
  }
  const named = NAMED_DAYS.find(([name]) => name.test(plain))
  if (!named) return null
  return { value: named[1], told: start.add(named[1], 'day').format('DD/MM/YYYY') }
}

/** More words than this are a sentence of their own, and words that ask make it a question. */
const ANSWER_WORDS = 4
const ASKS = /\b(sao|gi|nao|dau|may|bao|hay)\b/
const NO = /^(?:(?:da|a|thua) )?(?:khong|ko|k|chua|hong|hok|chang|deo|no)\b/
const YES = /^(?:(?:da|a|thua) )?(?:co|roi|u|uh|uk|ua|vang|dung|phai|ok|yes|r)\b/

function readYesNo(plain: string): Typed | null {
  if (plain.split(/\s+/).length > ANSWER_WORDS || ASKS.test(plain)) return null
  if (NO.test(plain)) return { value: 0, told: 'không' }
  return YES.test(plain) && !/\b(khong|ko|chua)$/.test(plain) ? { value: 1, told: 'có' } : null
}
