import { asksForSecret } from '../asks-for-secret'
import { problemAt } from '../problem-at'
import { toldTexts } from '../told-texts'
import type { Check } from './check'

/** Nothing that citizens read can be taken for asking them for a code, a password or a number of a paper. */
export const checkSecrets: Check = ({ draft }) =>
  toldTexts(draft).flatMap(({ place, path, text }) => {
    const message =
      'đọc như đang hỏi mã OTP, mật khẩu hoặc số giấy tờ; viết lại để không ai nghĩ Loa hỏi'
    return asksForSecret(text) ? [problemAt(place, path, { message })] : []
  })
