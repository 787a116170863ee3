import { toSpokenDigits, toSpokenNumber } from './spoken-number'
import { parseSyllable } from './syllable'

/** How words that are no Vietnamese are read, by how they are written; `VNeID`: `vê nờ e ai đi`. */
export type Readings = Readonly<Record<string, string>>

/** Of the words written in capitals behind a document's number: `69/2024/NĐ-CP`, `1579-CV/BTGTU`, `91/2025/QH15`. */
const SIGN = '(?=[\\p{Lu}\\d/-]*\\p{Lu})[\\p{Lu}\\p{Ll}\\d]+(?:[/-][\\p{Lu}\\p{Ll}\\d]+)*'
const DOCUMENT = new RegExp(`([Ss]ố )?(?<!\\p{N})(\\d+)(?:/(\\d{4}))?[/-]${SIGN}`, 'gu')
const DAY = /(ngày )?(?<![\d/])(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?(?![\d/])/gi
const MONTH = /(tháng )?(?<![\d/])(\d{1,2})\/(\d{4})(?![\d/])/gi
/** A hotline or a telephone in groups. */
const PHONE = /(?<!\d)(?:1[89]00|0\d{2,3})(?:[ .]\d{2,4}){1,3}(?!\d)/g
const THOUSANDS = /(?<!\d)\d{1,3}(?:\.\d{3})+(?!\d)/g
const DECIMAL = /(?<!\d)(\d{1,9}),(\d{1,3})(?!\d)/g

/**
 * A text as it is read aloud: abbreviations, foreign words and addresses by their readings, dates, telephones and
 * numbers in words, brackets as pauses. What has no reading stays as it is; {@link findUnspoken} tells it.
 */
export function toSpoken(text: string, readings: Readings): string {
  const marked = text
    .normalize('NFC')
    .replace(DOCUMENT, (_, word: string | undefined, number: string, year?: string) =>
      [toWord(word, 'số'), speak(number), ...(year ? ['năm', speak(year)] : [])].join(' '),
    )
  const spoken = toReadings(toDots(marked), readings)
    .replace(DAY, (_, word: string | undefined, day: string, month: string, year?: string) =>
      [
        ...[toWord(word, 'ngày'), speakDay(day), 'tháng', speak(month)],
        ...(year ? ['năm', speak(year)] : []),
      ].join(' '),
    )
    .replace(MONTH, (_, word: string | undefined, month: string, year: string) =>
      [toWord(word, 'tháng'), speak(month), 'năm', speak(year)].join(' '),
    )
    .replace(PHONE, (phone) => phone.split(/[ .]/).map(toSpokenDigits).join(', '))
    .replace(THOUSANDS, (number) => speak(number.replaceAll('.', '')))
    .replace(DECIMAL, (_, whole: string, part: string) => `${speak(whole)} phẩy ${speak(part)}`)
    .replace(/(\d)\s?[-–]\s?(?=\d)/g, '$1 đến ')
    .replace(/(?<!\d)\d{1,12}(?!\d)/g, speak)
    .replace(/\s?%/g, ' phần trăm')
  return toPauses(spoken).replace(/(?:^|[.!?] )\p{Ll}/gu, (start) => start.toUpperCase())
}

/** The words of a spoken text that nobody can read aloud: neither a Vietnamese syllable nor a number in words. */
export function findUnspoken(spoken: string): string[] {
  const words = spoken.match(/[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}@./:_+-]*/gu) ?? []
  return words
    .map((word) => word.replace(/[./:_+-]+$/, ''))
    .filter((word) => !parseSyllable(word.toLowerCase()))
}

/** The word before a number as it stands there, or put there. */
const toWord = (written: string | undefined, word: string) => written?.trimEnd() ?? word
const speak = (digits: string) => toSpokenNumber(Number(digits))
const speakDay = (day: string) => (Number(day) <= 10 ? `mùng ${speak(day)}` : speak(day))

/** The dots of an address are read: `vneid.gov.vn` has two. */
const toDots = (text: string) =>
  text
    .replace(/https:\/\//g, '')
    .replace(/[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:vn|com)(?![\p{L}\p{N}])/gu, (address) =>
      address.replaceAll('.', ' chấm '),
    )

function toReadings(text: string, readings: Readings): string {
  const written = Object.keys(readings).sort((a, b) => b.length - a.length)
  if (written.length === 0) return text
  const bySmall = new Map(written.map((word) => [word.toLowerCase(), readings[word] ?? word]))
  const any = written.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  return text.replace(
    new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, 'giu'),
    (word) => bySmall.get(word.toLowerCase()) ?? word,
  )
}

function toPauses(text: string): string {
  return (
    text
      .replace(/["“”'‘’«»]/g, '')
      // "căn cước công dân (CCCD)" is now twice the same.
      .replace(/(\p{L}[\p{L} ]{0,60}) \(\1\)/giu, '$1')
      .replace(/\s*[([]\s*/g, ', ')
      .replace(/\s*[)\]]/g, ',')
      .replace(/\s+[–-]\s+/g, ', ')
      .replace(/(?<=\p{L})\/(?=\p{L})/gu, ' hoặc ')
      .replace(/\.{2,}|…/g, '')
      .replace(/\s+/g, ' ')
      .replace(/ (?=[,.;:!?])/g, '')
      .replace(/,+(?=[,.;:!?])/g, '')
      .trim()
  )
}
