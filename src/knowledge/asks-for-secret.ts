const SECRET =
  'otp|mã xác thực|mã pin|mật khẩu|passcode|số căn cước|số cccd|số giấy tờ|số định danh|số tài khoản'
const ASKING = '(?:^|[,;:]\\s*|(?:bác|hãy|vui lòng|xin|mời|cần|phải|thì)\\s+)'
const SENDING = new RegExp(
  `${ASKING}(?:nhắn|gửi|cung cấp|đọc|cho (?:loa|em|cháu|chúng tôi) biết)\\s[^.!?\\n]{0,30}?(?:${SECRET})`,
  'iu',
)
const REFUSAL = /(?<!\p{L})(?:không|đừng|chớ|tuyệt đối|cảnh giác|giả|lừa đảo|kẻ|ai)(?!\p{L})/iu

/**
 * Whether a text could be read as asking the citizen to send a code, password or ID number. A sentence that warns
 * against it is not one, nor is one that tells what is sent to the citizen.
 */
export function asksForSecret(text: string): boolean {
  return text
    .split(/(?<=[.!?])\s|\n/)
    .map((sentence) => sentence.replace(/^[\d.\s-]+/, ''))
    .some((sentence) => SENDING.test(sentence) && !REFUSAL.test(sentence))
}
