import { fold } from '../text/fold'
import { findHosts } from './find-hosts'
import { isLookalike } from './is-lookalike'

/** Why a message looks like part of a scam. */
export type ScamSign = 'app-file' | 'lookalike-domain' | 'impostor' | 'code-asker'

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

/** Someone, not an app, who asks for a code: what is between must not make it "có được hỏi …". */
const CODE_ASKER = new RegExp(
  [
    '\\b(?:ai|ai do|co nguoi|nguoi ta|ho|no|nguoi la|so la|ke la|shipper|dau day|mot nguoi|ben kia|nguoi goi|anh kia|chi kia|cong an|can bo|nhan vien|tong dai|ngan hang|dien luc|nha mang)',
    '((?: [a-z0-9]{1,10}){0,4})',
    ' (?:hoi|xin|doi|lay|moi|(?:bao|keu|yeu cau|bat|nho|doi|xin|ep)(?: [a-z]{1,6}){0,2} (?:doc|gui|dua|cung cap|chup|cho))',
    '(?: [a-z0-9]{1,10}){0,3}',
    ' (?:otp|ma otp|ma xac (?:thuc|nhan|minh)|mat khau|passcode|ma pin|ma bao mat|cvv|ma (?:6|sau) so)\\b(?! (?:khong|chua|ko|k|sao) )',
  ].join(''),
)
const IN_GENERAL = /\b(?:nao|de|toi|duoc|quyen|nen|bao gio|phai|khi nao|thi)\b/

const APP_FILE =
  /(?:\.|%2e)(?:apk|apks|xapk|aab|ipa|exe|msi|dmg|scr|bat|mobileconfig)(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])apk(?![\p{L}\p{N}])/iu
const APP_HOST = /\.(?:apk|apks|xapk|aab|ipa|exe|msi|dmg|scr|bat|mobileconfig)$/

/**
 * Finds what a scam uses: a link to an app file, a domain that looks like an official one and is none, someone who
 * calls in the name of an office and wants a code, an installation or money, or someone who asks for a code.
 * @param officialDomains for example `vneid.gov.vn`; every host below `.gov.vn` is official
 */
export function findScamSigns(text: string, officialDomains: readonly string[]): ScamSign[] {
  const signs = new Set<ScamSign>()
  if (APP_FILE.test(text.normalize('NFKC').replace(/\p{Cf}/gu, ''))) signs.add('app-file')
  const hosts = findHosts(text).filter((host) => !APP_HOST.test(host))
  if (hosts.some((host) => isLookalike(host, officialDomains))) signs.add('lookalike-domain')
  const sentences = fold(text.normalize('NFKC')).split(/[.!?\n]/)
  if (sentences.some(tellsOfImpostor)) signs.add('impostor')
  else if (sentences.some(tellsOfCodeAsker)) signs.add('code-asker')
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

function tellsOfCodeAsker(sentence: string): boolean {
  const match = CODE_ASKER.exec(sentence)
  return match !== null && !IN_GENERAL.test(match[1] ?? '')
}
