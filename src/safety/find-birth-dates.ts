import type { Span } from './harmless-numbers'

/** Days of birth, and the names that stand with them. */
export type BirthDates = { dates: Span[]; names: Span[] }

const DATE =
  '[0-9]{1,2} ?(?:[/.-]| thang | ) ?[0-9]{1,2} ?(?:[/.-]| nam | ) ?(?:[0-9]{4}|[0-9]{2})(?![0-9])'
const BIRTH = '\\b(?:ngay thang nam sinh|ngay sinh|sinh ngay|sinh|sn|ns|dob|date of birth|born)\\b'
/** A law that holds for who is born "từ ngày" is nobody's day of birth. */
const SINCE = /\b(?:tu|sau|truoc|ke|den|theo|toi|ap dung|hieu luc)\b/

const BORN = new RegExp(`${BIRTH}([^0-9]{0,20})(${DATE}|[0-9]{8}(?![0-9]))`, 'g')

/** The surnames of nine in ten people, without marks. */
const SURNAME =
  '(?:nguyen|tran|le|pham|hoang|huynh|phan|vu|vo|dang|bui|do|ho|ngo|duong|ly|dinh|doan|truong|luong|trinh|dao|mai|ha|to|ta|cao|luu|lam|quach|thai|chu|dam|kieu|tong|trieu|vuong|bach|la|phung|khuc|tang|nghiem)'
const NAMED =
  /\b(?:ho va ten|ho ten|ten(?: (?:toi|em|minh|con|chau|bo|me|chong|vo|anh|chi|ong|ba))?|toi la|em la|chau la)(?: la)? {0,2}:? {0,2}((?:[a-z]{1,8} ){0,5}[a-z]{1,8})/g
const FULL_NAME = new RegExp(`\\b((?!ho (?:va )?ten)${SURNAME}(?: [a-z]{1,8}){1,4})\\b`, 'g')
/** Where a name is over, as words are written; without marks some of these are names, too. */
const STOP = new Set(
  `sinh sn ns dob ngày ngay ở o là la cccd cmnd số so muốn muon hỏi hoi thì được duoc đang quê que không năm tháng tại và
  va cần làm có thường trú giới tính sđt`.split(/\s+/),
)
/** A name stands at most so many characters before the day. */
const NEAR = 30

/** A full name in capital letters and a date right after it. */
const NAME_AND_DATE = new RegExp(`\\b(${SURNAME}(?: [a-z]{1,8}){1,4})[ ,:;(-]{1,4}(${DATE})`, 'g')

/**
 * Finds days of birth, and beside one the name of whose it is: "Nguyễn Văn An sinh ngày 12/5/1985". A day from which a
 * law holds is none.
 * @param text composed (NFC); its capital letters tell a name
 * @param plain the same by `toPlain`
 */
export function findBirthDates(text: string, plain: string): BirthDates {
  const dates: Span[] = []
  const names: Span[] = []
  for (const match of plain.matchAll(BORN)) {
    const [whole, between = '', date = ''] = match
    if (SINCE.test(between)) continue
    const end = match.index + whole.length
    dates.push({ start: end - date.length, end })
  }
  for (const match of plain.matchAll(NAME_AND_DATE)) {
    const [whole, name = '', date = ''] = match
    const end = match.index + whole.length
    if (!isCapital(text, match.index, name)) continue
    dates.push({ start: end - date.length, end })
    names.push({ start: match.index, end: match.index + name.length })
  }
  if (dates.length === 0) return { dates, names }
  for (const { 0: whole, 1: said = '', index } of plain.matchAll(NAMED)) {
    const start = index + whole.length - said.length
    const name = toName(text, start, said.length)
    if (name) names.push(name)
  }
  for (const { 1: said = '', index } of plain.matchAll(FULL_NAME)) {
    const name = toName(text, index, said.length)
    if (!name || !plain.slice(name.start, name.end).includes(' ')) continue
    const isNear = dates.some(({ start }) => start >= name.end && start - name.end <= NEAR)
    if (isNear || isCapital(text, name.start, plain.slice(name.start, name.end))) names.push(name)
  }
  return { dates, names }
}

/** How much of the words from a place on is a name; null where none is. */
function toName(text: string, start: number, length: number): Span | null {
  let end = start
  for (const word of text.slice(start, start + length).split(' ')) {
    if (STOP.has(word.toLowerCase())) break
    end += word.length + 1
  }
  return end > start ? { start, end: end - 1 } : null
}

function isCapital(text: string, start: number, name: string): boolean {
  const written = text.slice(start, start + name.length).split(' ')
  return written.every((word) => /^\p{Lu}/u.test(word))
}
