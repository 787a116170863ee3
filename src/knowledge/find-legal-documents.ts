import { fold } from '../text/fold'

/** A law, decree, circular or letter, as texts name it. */
export type LegalDocument = {
  /** The same however it is written, and fit for an address: `70-2024-nd-cp`. */
  id: string
  /** `Nghị định 70/2024/NĐ-CP`, or the number alone where the text says no more. */
  name: string
}

const SIGN = String.raw`[A-ZĐ][\p{L}\d]*(?:-[A-ZĐ][\p{L}\d]*)*`
const NUMBERS = [
  // 26/2023/QH15, 70/2024/NĐ-CP, 66.22/2026/NQ-CP
  String.raw`\d{1,5}(?:\.\d{1,3})?\/(?:19|20)\d{2}\/${SIGN}`,
  // 06/QĐ-TTg, 5230/QĐ-BCA-C06: without a hyphen it may be anything
  String.raw`\d{1,5}(?:\.\d{1,3})?\/[A-ZĐ][\p{L}\d]*(?:-[A-ZĐ][\p{L}\d]*)+`,
  // 1579-CV/BTGTU, as the Party writes them
  String.raw`\d{1,5}-[A-ZĐ]{1,6}\/${SIGN}`,
  // A decree is the Government's alone: "Nghị định 70/2024" says all.
  String.raw`(?<=(?:Nghị định|NĐ) (?:số )?)\d{1,4}\/(?:19|20)\d{2}(?!\d|\/)`,
]
const NUMBER = new RegExp(String.raw`(?<![\p{L}\d./-])(?:${NUMBERS.join('|')})`, 'gu')

const SHORT_KINDS: Readonly<Record<string, string>> = {
  NĐ: 'Nghị định',
  NQ: 'Nghị quyết',
  TT: 'Thông tư',
  QĐ: 'Quyết định',
  CT: 'Chỉ thị',
  CV: 'Công văn',
}
const KINDS = [
  ...['Bộ luật', 'Luật', 'Pháp lệnh', 'Nghị quyết', 'Nghị định', 'Thông tư liên tịch', 'Thông tư'],
  ...['Quyết định', 'Chỉ thị', 'Công văn', 'Kế hoạch', 'Kết luận', 'Hướng dẫn'],
  ...Object.keys(SHORT_KINDS),
]
/** The kind nearest to a number, with what stands between: `Luật Căn cước`. */
const TITLE = new RegExp(
  String.raw`^.*(?<!\p{L})(${KINDS.join('|')})((?: [^.,;:()\d]{0,60})?)$`,
  'su',
)
/** Laws that are named without a number: `Bộ luật Hình sự, Điều 174`. */
const NAMED_LAW = /^(?:Bộ luật|Luật|Pháp lệnh|Hiến pháp)\b[^;()]*/u
const ARTICLE = /,? *(?:Điều|khoản|điểm|Phụ lục) .*$/u

/** Every document that a text names by its number, once, in the order of the text. */
export function findLegalDocuments(text: string): LegalDocument[] {
  const plain = text.normalize('NFC').replace(/\s+/g, ' ')
  let from = 0
  const found = [...plain.matchAll(NUMBER)].map(({ 0: written, index }) => {
    const title = toTitle(plain.slice(from, index).replace(/ số $/, ' '))
    from = index + written.length
    const number = /^\d+\/\d{4}$/.test(written) ? `${written}/NĐ-CP` : written
    return { id: toDocumentId(number), name: title ? `${title} ${number}` : number }
  })
  return found.filter(({ id }, at) => found.findIndex((other) => other.id === id) === at)
}

/**
 * Every document of a fact's `legal_basis`: those with numbers, and laws that are named without one,
 * `Luật Quản lý thuế 2019 (Điều 35)`.
 */
export function readLegalBasis(basis: string): LegalDocument[] {
  const named = basis
    .normalize('NFC')
    .split(';')
    .flatMap((part) => {
      const [law] = NAMED_LAW.exec(part.trim()) ?? []
      const name = law?.replace(ARTICLE, '').replace(/\s+/g, ' ').trim()
      return name && findLegalDocuments(name).length === 0 ? [{ id: toDocumentId(name), name }] : []
    })
  return [...findLegalDocuments(basis), ...named]
}

/** The id of a document by its number or name: case, marks and leading zeros do not count. */
export function toDocumentId(written: string): string {
  return (fold(written).match(/[a-z0-9]+/g) ?? []).join('-').replace(/^0+(?=\d)/, '')
}

function toTitle(before: string): string {
  const [, kind = '', rest = ''] = TITLE.exec(before) ?? []
  return `${SHORT_KINDS[kind] ?? kind}${rest}`.trim()
}
