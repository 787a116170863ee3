import { fold } from '../text/fold'

/** Why a message looks like part of a scam. */
export type ScamSign = 'app-file' | 'lookalike-domain' | 'impostor'

/*
 * Someone who calls or writes in the name of an office, what they are said to want, and the deed: to tell a code, to
 * install something that they send, to pay. Over folded text; every span is bounded.
 */
const CONTACT =
  /\b(?:goi|dien thoai|alo|nhan tin|nt|ket ban|inbox|xung|tu nhan|gia danh|mao danh|so la|nguoi la)\b/
const OFFICE =
  /\b(?:cong an|ca phuong|canh sat|can bo|tong dai|nhan vien|vien kiem sat|toa an|ngan hang|nha mang|dien luc|co quan|nguoi la|so la)\b/
const WANT = /\b(?:bao|yeu cau|doi|bat|keu|noi|nho|huong dan|de nghi|duc|ep|xin)\b/
const DEED = new RegExp(
  `\\b(?:${[
    '(?:doc|gui|dua|cho|cung cap|nhan)(?: [a-z0-9]{1,8}){0,4} (?:ma|otp|con so|chu so|so cccd|so can cuoc|mat khau|passcode)',
    '(?:cai|tai)(?: [a-z0-9]{1,8}){0,3} (?:app|ap|ung dung|phan mem|vneid|dich vu cong|link|file|tep|theo)',
    '(?:bam|nhan|vao|click|mo)(?: [a-z0-9]{1,8}){0,2} (?:link|duong dan|duong link)',
    '(?:chuyen|nop|dong|gui)(?: [a-z0-9]{1,8}){0,3} (?:tien|khoan|phi)',
    '(?:quet mat|quet khuon mat|quay video|chia se man hinh)',
  ].join('|')})\\b`,
)
/** A demand stands this near to who makes it, in characters. */
const DEMAND_LENGTH = 160

/** An address or host name somewhere in a text; bounded, so that no text makes it slow. */
const HOST = /(?:[\p{L}\p{N}-]{1,63}\.){1,6}[\p{L}]{2,24}/gu
const APP_FILE = /\.(?:apk|ipa|xapk|exe|msi)$/i
const APP_FILE_ANYWHERE = /\.(?:apk|ipa|xapk|exe|msi)(?![\p{L}\p{N}])/iu

/** Letters that look like Latin ones, and digits that are used for letters. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  ѕ: 's',
  ԁ: 'd',
  ɡ: 'g',
  ν: 'v',
  ո: 'n',
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '5': 's',
}

/** Typing errors within which a name counts as meant to be mistaken for an official one. */
const MAX_DISTANCE = 2

/**
 * Finds what a scam uses: a link to an app file, a domain that looks like an official one and is none, or someone who
 * calls in the name of an office and wants a code, an installation or money.
 * @param officialDomains for example `vneid.gov.vn`; every host below `.gov.vn` is official
 */
export function findScamSigns(text: string, officialDomains: readonly string[]): ScamSign[] {
  const signs = new Set<ScamSign>()
  const written = text.normalize('NFKC').toLowerCase()
  if (APP_FILE_ANYWHERE.test(written)) signs.add('app-file')
  for (const [host] of written.matchAll(HOST)) {
    if (!APP_FILE.test(host) && isLookalike(host, officialDomains)) signs.add('lookalike-domain')
  }
  if (
    fold(written)
      .split(/[.!?\n]/)
      .some(tellsOfImpostor)
  )
    signs.add('impostor')
  return [...signs]
}

/** Over one folded sentence: who called in whose name comes first, then what they want done. */
function tellsOfImpostor(sentence: string): boolean {
  const contact = CONTACT.exec(sentence)
  const office = OFFICE.exec(sentence)
  if (!contact || !office) return false
  const demand = sentence.slice(Math.max(contact.index, office.index)).slice(0, DEMAND_LENGTH)
  const want = WANT.exec(demand)
  return want !== null && DEED.test(demand.slice(want.index))
}

function isLookalike(host: string, officialDomains: readonly string[]): boolean {
  const isOfficial = (name: string) =>
    name.endsWith('.gov.vn') || officialDomains.some((d) => name === d || name.endsWith(`.${d}`))
  if (isOfficial(host)) return false
  const plain = [...host].map((character) => LOOKALIKES[character] ?? character).join('')
  return officialDomains
    .filter((domain) => domain.endsWith('.gov.vn'))
    .some((domain) => {
      const name = domain.slice(0, -'.gov.vn'.length)
      const squeezed = plain.replace(/[.-]/g, '')
      return (
        (name.length >= 5 && squeezed.includes(name.replace(/[.-]/g, '').replace(/1/g, 'l'))) ||
        editDistance(firstLabels(plain, domain.split('.').length), domain) <= MAX_DISTANCE
      )
    })
}

/** `vneld.gov.vn` of `vneld.gov.vn.com`: a scam's own domain often follows the name that it imitates. */
function firstLabels(host: string, count: number): string {
  return host.split('.').slice(0, count).join('.')
}

/** Levenshtein distance, given up beyond {@link MAX_DISTANCE}. */
function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > MAX_DISTANCE) return MAX_DISTANCE + 1
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + change))
    }
    row = next
  }
  return row[b.length] ?? 0
}
