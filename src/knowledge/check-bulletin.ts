import { asksForSecret } from './asks-for-secret'
import type { Bulletin } from './bulletin'
import { BULLETIN_LIMITS } from './bulletin-limits'
import { findAddresses, toAddressMessage } from './find-addresses'
import { findTopic } from './find-topic'
import { isAllowedAddress, isAllowedLink } from './is-allowed-link'
import type { KnowledgeBase } from './knowledge-base'

/** Something to mend in a notice before it may be asked for. */
export type BulletinProblem = {
  field: keyof Omit<Bulletin, 'id'>
  /** Vietnamese: what is wrong and how to mend it. */
  message: string
}

const DAY_MS = 24 * 3_600_000

/**
 * What is wrong with a notice; empty where it may go out. Whoever writes it is held to what entries are held to: an
 * account that is misused must not be able to ask for a code or to lead anyone to a strange site.
 * @param now epoch milliseconds
 */
export function checkBulletin(
  { text, link, topic, endsAt }: Omit<Bulletin, 'id'>,
  knowledge: KnowledgeBase,
  now: number,
): BulletinProblem[] {
  const { allowed_domains: allowed } = knowledge.settings
  const problems: BulletinProblem[] = []
  const tell = (field: BulletinProblem['field'], message: string) =>
    problems.push({ field, message })

  if (text.trim() === '') tell('text', 'viết thông báo')
  if (text.length > BULLETIN_LIMITS.text) {
    tell('text', `dài ${text.length} ký tự, quá ${BULLETIN_LIMITS.text}; viết ngắn lại`)
  }
  if (asksForSecret(text)) {
    tell(
      'text',
      'đọc như đang hỏi mã OTP, mật khẩu hoặc số giấy tờ; viết lại để không ai nghĩ Loa hỏi',
    )
  }
  for (const address of findAddresses(text)) {
    if (!isAllowedAddress(address, allowed)) tell('text', toAddressMessage(address))
  }
  if (link !== null && (link.length > BULLETIN_LIMITS.link || !isAllowedLink(link, allowed))) {
    tell('link', toAddressMessage(link))
  }
  if (topic !== null) {
    const found = findTopic(knowledge, topic)
    if (!found) tell('topic', 'chọn một câu trả lời đang dùng')
    else if (found.group === 'bot') tell('topic', 'không thay được lời chào hỏi, cách gặp cán bộ')
  }
  if (endsAt <= now) tell('endsAt', 'chọn một lúc sau bây giờ')
  if (endsAt > now + BULLETIN_LIMITS.days * DAY_MS) {
    tell('endsAt', `quá ${BULLETIN_LIMITS.days} ngày; việc lâu dài thì sửa chính câu trả lời`)
  }
  return problems
}
