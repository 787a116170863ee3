import type { Intent } from '../../src/matching/train-matcher'

/** A library's desk: six kinds of question with nothing of ours in them, and one kind outside. */
export const intents: Intent[] = [
  {
    id: 'open-hours',
    examples: [
      'thư viện mở cửa lúc mấy giờ',
      'mấy giờ thì đóng cửa',
      'chủ nhật có mở cửa không',
      'giờ mở cửa',
      'lịch làm việc của thư viện',
      'buổi tối thư viện còn mở không',
      'ngày lễ có nghỉ không',
      'tôi muốn biết giờ làm việc cuối tuần',
    ],
  },
  {
    id: 'new-card',
    examples: [
      'đăng ký thẻ',
      'làm thẻ bạn đọc cần giấy tờ gì',
      'làm thẻ thư viện ở đâu',
      'tôi muốn làm thẻ',
      'thủ tục làm thẻ bạn đọc',
      'cho con tôi làm thẻ có được không',
      'đăng ký thẻ bạn đọc thế nào',
      'thẻ mới',
    ],
  },
  {
    id: 'lost-card',
    examples: [
      'mất thẻ rồi phải làm sao',
      'tôi làm rơi thẻ thư viện',
      'xin cấp lại thẻ bị mất',
      'thẻ bị hỏng đổi ở đâu',
      'quên thẻ ở nhà có mượn được không',
      'bị mất ví trong đó có thẻ bạn đọc',
      'cấp lại thẻ',
      'mất thẻ',
    ],
  },
  {
    id: 'renew-loan',
    examples: [
      'gia hạn sách đang mượn',
      'tôi muốn mượn thêm một tuần nữa',
      'sách sắp đến hạn trả mà chưa đọc xong',
      'đăng ký gia hạn qua mạng được không',
      'được gia hạn mấy lần',
      'đăng ký gia hạn',
      'kéo dài thời gian mượn',
      'chưa đọc xong thì xin thêm ngày thế nào',
    ],
  },
  {
    id: 'late-fine',
    examples: [
      'trả sách muộn bị phạt bao nhiêu tiền',
      'quá hạn một tháng có bị phạt không',
      'tiền phạt trả trễ',
      'phạt trả sách trễ',
      'nộp tiền phạt ở đâu',
      'mượn quá hạn thì mất bao nhiêu tiền',
      'tôi trả sách chậm ba ngày',
      'mức phạt khi làm mất sách',
    ],
  },
  {
    id: 'reading-room',
    examples: [
      'đăng ký chỗ ngồi phòng đọc',
      'phòng tự học còn chỗ không',
      'đặt phòng học nhóm',
      'phòng đọc ở tầng mấy',
      'có được mang nước vào phòng đọc không',
      'phòng tự học có ổ cắm điện không',
      'đăng ký phòng học',
      'chỗ ngồi đọc sách',
    ],
  },
  {
    id: 'school-fees',
    outside: true,
    examples: [
      'đóng học phí ở đâu',
      'học phí kỳ này bao nhiêu',
      'hạn nộp học phí',
      'học phí đại học bao nhiêu một tín chỉ',
      'xin miễn giảm học phí',
      'nộp học phí qua ngân hàng',
      'chưa đóng học phí có được thi không',
      'học phí',
    ],
  },
]
