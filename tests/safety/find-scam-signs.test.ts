import { findScamSigns } from '../../src/safety/find-scam-signs'

const official = ['vneid.gov.vn', 'dichvucong.gov.vn', 'bocongan.gov.vn', 'hanoi.gov.vn']

test.each([
  ['tải ở http://vneid-govn.com/app.apk đúng không', ['app-file', 'lookalike-domain']],
  ['họ gửi link dichvucong.govn.cc', ['lookalike-domain']],
  ['vào vneid.g0v.vn', ['lookalike-domain']],
  ['vào vneld.gov.vn.com', ['lookalike-domain']],
  ['vnеid.gov.com', ['lookalike-domain']],
  ['cài file VNeID.apk', ['app-file']],
  ['có người xưng công an gọi điện bảo cài app dịch vụ công', ['impostor']],
  ['cong an goi bao toi doc ma otp', ['impostor']],
  ['tổng đài gọi tới yêu cầu đọc cho họ mã vừa gửi về máy', ['impostor']],
  ['số lạ nhắn tin xưng cán bộ phường, kêu bấm vào đường link', ['impostor']],
  ['người ta xưng là công an quận đòi chuyển tiền phạt', ['impostor']],
])('%s is a sign', (said, signs) => {
  expect(findScamSigns(said, official)).toEqual(signs)
})

test.each([
  'vào vneid.gov.vn hay dichvucong.gov.vn',
  'trang https://thutuc.dichvucong.gov.vn/p/home được không',
  'congan.hanoi.gov.vn',
  'tôi đọc ở vnexpress.net',
  'app báo lỗi v.v. không vào được',
  'công an phường gọi bảo ra làm định danh',
  'cán bộ hướng dẫn tôi tải vneid mà máy không cài được',
  'gọi tổng đài nào để hỏi mã otp không về',
  'tôi gọi 1900 0368 mà không ai nghe, bảo chờ mãi',
  'ngân hàng nhắn tin nhắc cập nhật căn cước',
])('%s is none', (said) => {
  expect(findScamSigns(said, official)).toEqual([])
})
