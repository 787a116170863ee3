import { asksForSecret } from '../../knowledge/asks-for-secret'
import { findAddresses } from '../../knowledge/find-addresses'
import { isAllowedAddress } from '../../knowledge/is-allowed-link'
import { Refusal } from '../refusal'

/** A reply is a message, not a document; a channel that takes less cuts it in parts. */
const LONGEST = 2_000

/**
 * What staff wrote, as it may be sent to a citizen.
 * @throws {Refusal} 400 when it is empty or too long, asks for a code or a number, or names an address that may not be
 *   told: an account that is misused must not be able to either
 */
export function readReply(written: string, allowedDomains: readonly string[]): string {
  const text = written.normalize('NFC').trim()
  if (text === '') throw new Refusal(400, 'Hãy gõ câu trả lời.')
  if (text.length > LONGEST) {
    throw new Refusal(400, `Câu trả lời dài quá ${LONGEST} ký tự. Hãy chia làm nhiều tin.`)
  }
  if (asksForSecret(text)) {
    throw new Refusal(
      400,
      'Không được hỏi mã OTP, mật khẩu, số giấy tờ của người dân qua tin nhắn. Hãy sửa lại câu này.',
    )
  }
  const strange = findAddresses(text).find((one) => !isAllowedAddress(one, allowedDomains))
  if (strange) {
    throw new Refusal(
      400,
      `Địa chỉ ${strange} không thuộc danh sách được phép gửi cho người dân. Hãy bỏ hoặc thay địa chỉ này.`,
    )
  }
  return text
}
