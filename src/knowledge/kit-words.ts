import { z } from 'zod'

const line = (when: string) => z.string().min(1).max(600).describe(when)
/** Names a file too. */
const name = (what: string) => z.string().min(1).max(40).describe(`${what}; cũng là tên tệp`)

/** The words of the kit that officials hand on: its page, its papers, its texts. */
export const kitWordsSchema = z.strictObject({
  title: line('Tên trang'),
  intro: line('Dòng dưới tên trang'),
  local: line('Khi máy chủ chưa có địa chỉ công khai'),
  unit: line('Trước ô chọn đơn vị'),
  city: line('Lựa chọn toàn thành phố trong ô ấy'),
  pick: line('Nút sau ô chọn đơn vị'),
  whole: line('Tiêu đề phần chia sẻ cả trợ lý'),
  guides: line('Tiêu đề danh sách hướng dẫn'),
  topics: line('Tiêu đề danh sách câu hỏi'),
  back: line('Đường dẫn về danh sách'),
  copy: line('Nút chép chữ'),
  copied: line('Sau khi chép xong'),
  seconds: line('Dưới lời đọc loa; {seconds}'),
  chat_title: line('Tên trợ lý, trên áp phích chung'),
  chat_answer: line('Trợ lý làm được gì, trên áp phích chung'),
  guide_answer: line('Thay câu trả lời, khi hướng dẫn không mở từ một câu hỏi'),
  zalo: line('Tin nhắn vào nhóm Zalo; {title}, {answer}, {link}, {place}, {organiser}'),
  loudspeaker: line('Lời đọc loa, dưới 60 giây; {title}, {answer}, {office}'),
  scan: line('Cạnh mã QR'),
  place: line('Nơi đến, trên áp phích và tin nhắn; {place}'),
  phone: line('Số điện thoại trong nơi đến; {phone}'),
  safety: line('Dòng để không ai giả danh được, trên mọi tờ in và ảnh; {domain}'),
  organiser: line('Cơ quan tổ chức, trên mọi tờ in và ảnh; {organiser}'),
  document_note: line('Đầu bản chép đề cương: điều gì đã đổi; {date}, {domain}'),
  files: z
    .strictObject({
      zalo: name('Tin nhắn vào nhóm Zalo'),
      loudspeaker: name('Lời đọc loa'),
      poster: name('Áp phích A4'),
      card: name('Thẻ để bàn'),
      picture: name('Ảnh đăng Facebook'),
      document: name('Bản chép đề cương'),
    })
    .describe('Tên từng thứ trong bộ'),
  hints: z
    .strictObject({
      zalo: line('Dùng tin nhắn Zalo thế nào'),
      loudspeaker: line('Dùng lời đọc loa thế nào'),
      poster: line('In áp phích thế nào'),
      card: line('In thẻ để bàn thế nào'),
      picture: line('Dùng ảnh thế nào'),
      document: line('Bản chép đề cương là gì'),
    })
    .describe('Lời chỉ dẫn của từng thứ trong bộ'),
  busy: line('Khi quá nhiều người cùng tạo tệp'),
  replaced: line('Khi đính chính khẩn thay câu trả lời: vì sao chưa có tờ in'),
  set: z
    .strictObject({
      name: name('Mọi tệp trong một tệp .zip'),
      hint: line('Dưới tên ấy: trong tệp có gì'),
      press: line('Nút gom tệp'),
      size: line('Nút tải về, khi đã gom xong; {size}, {count}'),
      making: line('Khi đang gom; {unit}, {done}, {count}'),
      busy: line('Khi đang gom cho đơn vị khác; {unit}'),
      often: line('Khi một nơi gom quá nhiều lần; {minutes}'),
      ready: line('Khi đã gom xong; {unit}'),
      none: line('Khi chưa gom; {unit}'),
      look: line('Nút xem đã gom xong chưa'),
    })
    .describe('Cả bộ trong một tệp .zip'),
  answer: line('Khi người dân nhắn "chia sẻ"; {title}, {link}, {kit}'),
})
