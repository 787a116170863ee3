import { z } from 'zod'
import { kitWordsSchema } from './kit-words'
import { LINK_PLACES } from './link'
import { pageWordsSchema } from './page-words'
import { spreadsheetWordsSchema } from './spreadsheet-words'

const line = (when: string) => z.string().min(1).max(600).describe(when)
const title = (of: string) => z.string().min(1).max(20).describe(`${of}; tối đa 20 ký tự`)

/**
 * Everything the bot says that is not an answer, what the web page and the kit show, and the heads of the spreadsheet:
 * `knowledge/messages.yaml`.
 * Words in braces, such as `{contacts}`, are filled in by {@link fillMessage}.
 */
export const messagesSchema = z.strictObject({
  welcome: line('Lời chào khi người dân mới đến'),
  menu: line('Trên trình đơn'),
  clarify: line('Hỏi lại khi chưa chắc; các câu hỏi có đánh số đứng bên dưới'),
  understood: line('{text}: câu người dân gõ, viết lại đủ dấu'),
  fallback: line('Khi chưa hiểu hoặc chưa có câu trả lời'),
  outside: line('Khi hỏi việc ngoài phạm vi; {name} lấy từ outside.yaml'),
  outside_office: line('Như outside, khi biết nơi biết rõ {office}'),
  handoff_open: line('Gặp người thật, trong giờ làm việc; {contacts}'),
  handoff_closed: line('Gặp người thật, ngoài giờ; {contacts}, {next_open}'),
  bulletin: line('Thông báo khẩn đăng từ bảng điều hành; {until}: hết hiệu lực lúc nào, {text}'),
  failed: line('Khi Loa gặp trục trặc'),
  too_fast: line('Một lần, khi nhắn quá nhanh hoặc lặp lại mãi; sau đó Loa im lặng'),
  old_button: line('Khi bấm nút của tin nhắn cũ'),
  erased: line('Sau khi xóa dữ liệu; {messages}, {replies}, mã biên nhận {code}, {day}'),
  first_contact: line('Một câu ở cuối lời đáp đầu tiên: Loa giữ gì, xóa thế nào; {days}'),
  masked: z
    .strictObject({
      'id-number': line('Vừa gửi số giấy tờ'),
      code: line('Vừa gửi mã OTP, passcode'),
      phone: line('Vừa gửi số điện thoại'),
      'bank-number': line('Vừa gửi số tài khoản, số thẻ'),
      email: line('Vừa gửi email'),
      'birth-date': line('Vừa gửi họ tên và ngày sinh'),
      secret: line('Vừa gửi mật khẩu'),
    })
    .describe('Khi người dân lỡ gửi thông tin riêng'),
  scam: z
    .strictObject({
      'app-file': line('Có tệp cài ứng dụng'),
      'lookalike-domain': line('Có địa chỉ giả giống trang nhà nước'),
      'code-asker': line('Kể có người hỏi, xin mã OTP hay mật khẩu'),
      impostor: line('Kể có người xưng cơ quan gọi bảo đọc mã, cài ứng dụng, chuyển tiền'),
    })
    .describe('Khi tin nhắn có dấu hiệu lừa đảo'),
  attachment: z
    .strictObject({
      image: line('Vừa gửi ảnh'),
      audio: line('Vừa gửi tin thoại'),
      video: line('Vừa gửi video'),
      file: line('Vừa gửi tệp'),
      sticker: line('Vừa gửi nhãn dán'),
      location: line('Vừa gửi vị trí'),
      link: line('Vừa gửi đường dẫn'),
    })
    .describe('Khi nhận thứ không phải chữ'),
  flow: z
    .strictObject({
      progress: line('Đứng trước mỗi bước; {number}, {total}'),
      resume: line('Trở lại hướng dẫn sau câu hỏi khác; {number}, {total}, {step}'),
      not_understood: line('Không hiểu câu vừa rồi khi đang ở một bước'),
      offer_help: line('Vẫn không hiểu, mời gặp người thật'),
      back_at_start: line('Quay lại khi đang ở bước đầu'),
      restarted: line('Làm lại từ đầu'),
      cancelled: line('Dừng hướng dẫn; {title}'),
      gone: line('Bản hướng dẫn đang làm không còn'),
      changed: line('Nút thuộc một bước khác bước đang làm'),
      remade: line('Hướng dẫn đã sửa nhiều nên làm lại; {why}'),
      waiting: line('Khi trở lại sau một lúc im lặng; {number}, {total}, {title}, {step}'),
      expired: line('Khi trở lại sau nhiều ngày, hướng dẫn bắt đầu lại; {title}'),
      summary: line('Đứng trước tóm tắt ở cuối hướng dẫn'),
    })
    .describe('Trong một hướng dẫn từng bước'),
  rating: z
    .strictObject({
      thanks: line('Sau khi bấm nút hữu ích'),
      sorry: line('Sau khi bấm nút chưa đúng; nút gặp người thật đứng bên dưới'),
    })
    .describe('Khi người dân chấm một câu trả lời'),
  staff: z
    .strictObject({
      reply: line('Cán bộ trả lời từ bảng điều hành; {text} là lời của cán bộ'),
      handed_back: line('Khi cán bộ trả cuộc trò chuyện lại cho Loa'),
    })
    .describe('Khi cán bộ trả lời thay Loa'),
  button: z
    .strictObject({
      menu: title('Nút xem trình đơn'),
      human: title('Nút gặp người thật'),
      next: title('Nút đã làm xong bước'),
      back: title('Nút quay lại'),
      stop: title('Nút dừng'),
      guide: title('Nút mở hướng dẫn'),
      other: title('Nút việc khác'),
      useful: title('Nút chấm câu trả lời là hữu ích'),
      not_useful: title('Nút chấm câu trả lời là chưa đúng'),
      elsewhere: title('Nút làm tiếp ở nơi khác'),
    })
    .describe('Chữ trên nút'),
  zalo_consent: z
    .strictObject({
      title: line('Tên trang'),
      connected: line('Đã nối tài khoản {account}'),
      expired: line('Đường dẫn đã quá hạn'),
      refused: line('Zalo không chấp nhận'),
      later: line('Zalo đang bận, thử lại sau'),
    })
    .describe('Trang báo cho quản trị viên tài khoản Zalo sau khi đồng ý kết nối'),
  source: z
    .strictObject({
      label: line('Dòng nguồn cuối câu trả lời; {sources}'),
      published: line('Nguồn không có văn bản; {date}'),
      reviewed: line('Ngày soát; {date}'),
    })
    .describe('Dòng nguồn'),
  web: z
    .strictObject({
      title: line('Tiêu đề trang'),
      subtitle: line('Dòng dưới tiêu đề'),
      placeholder: line('Chữ mờ trong ô gõ'),
      send: line('Nút gửi'),
      you: line('Tên người dân'),
      bot: line('Tên trợ lý'),
      offline: line('Khi mất mạng'),
      no_script: line('Khi trình duyệt tắt JavaScript'),
      history: line('Tên vùng trò chuyện, cho trình đọc màn hình'),
      typing: line('Khi Loa đang trả lời'),
      latest: line('Nút xuống tin mới nhất'),
      not_sent: line('Khi câu không gửi được'),
      too_fast: line('Khi gửi quá nhanh'),
      embed_open: line('Nút mở khung chat trên trang web khác'),
      embed_close: line('Nút đóng khung chat trên trang web khác'),
      embed_refused: line('Cho người làm trang web, khi trang chưa được nhúng Loa; {origin}'),
      not_found: line('Khi không có trang'),
    })
    .describe('Chữ trên trang web'),
  unit: z
    .strictObject({
      title: line('Tiêu đề nơi đến'),
      place: line('Nơi đến; {place}'),
      hours: line('Giờ làm việc; {hours}'),
      phone: line('Điện thoại; {phone}'),
    })
    .describe('Nơi đến và giờ làm việc của đơn vị trong đường dẫn'),
  carry: z
    .strictObject({
      title: line('Tên trang có mã làm tiếp nơi khác'),
      how: line('Dùng mã thế nào; {code}'),
      here: line('Nút làm tiếp trên máy này'),
      zalo: line('Nút làm tiếp trên Zalo'),
      messenger: line('Nút làm tiếp trên Messenger'),
      scan: line('Trên mã QR'),
      given: line('Trong khung chat, khi người dân muốn làm tiếp nơi khác; {code}'),
      open: title('Nút mở trang có mã'),
      nothing: line('Muốn làm tiếp nơi khác khi không ở trong hướng dẫn nào'),
      taken_up: line('Khi mã đúng; {title}'),
      unknown: line('Khi mã không dùng được'),
      too_many: line('Khi gõ sai quá nhiều mã'),
    })
    .describe('Làm tiếp hướng dẫn ở nơi khác bằng một mã'),
  link_uses: z
    .strictObject({
      title: line('Tên trang'),
      intro: line('Lời đầu trang; {days}, {least}'),
      none: line('Khi chưa có đường dẫn nào được dùng'),
      few: line('Thay cho số nhỏ; {least}'),
      link: line('Tên cột đường dẫn'),
      unit: line('Tên cột đơn vị'),
      place: line('Tên cột nơi phát'),
      events: z
        .strictObject({
          opened: line('Cột: mở trang'),
          asked: line('Cột: hỏi Loa'),
          useful: line('Cột: bấm có ích'),
          started: line('Cột: bắt đầu hướng dẫn'),
          finished: line('Cột: làm xong hướng dẫn'),
        })
        .describe('Tên các cột số'),
      places: z.record(z.enum(LINK_PLACES), line('Tên nơi phát')).describe('Nơi phát đường dẫn'),
    })
    .describe('Trang cho biết các đường dẫn được dùng ra sao'),
  pages: pageWordsSchema.describe('Chữ trên các trang để đọc và chuyển tiếp'),
  kit: kitWordsSchema.describe('Bộ tài liệu mà cán bộ chuyển tiếp: trang, tờ in, lời'),
  spreadsheet: spreadsheetWordsSchema.describe('Chữ trong bảng Excel'),
})

/** See {@link messagesSchema}. */
export type Messages = z.infer<typeof messagesSchema>

/** Fills `{name}` in a message; a name that is not given stays as it is, so that a typo can be seen. */
export function fillMessage(message: string, values: Readonly<Record<string, string | number>>) {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
