import { findScamSigns } from '../../src/safety/find-scam-signs'

const official = ['vneid.gov.vn', 'dichvucong.gov.vn', 'bocongan.gov.vn', 'hanoi.gov.vn']

test.each([
  ['tải ở http://vneid-govn.com/app.apk đúng không', ['app-file', 'lookalike-domain']],
  ['họ gửi link dichvucong.govn.cc', ['lookalike-domain']],
  ['vào vneid.g0v.vn', ['lookalike-domain']],
  ['vào vneld.gov.vn.com', ['lookalike-domain']],
  ['vnеid.gov.com', ['lookalike-domain']],
  ['cài file VNeID.apk', ['app-file']],
])('%s is a sign', (said, signs) => {
  expect(findScamSigns(said, official)).toEqual(signs)
})

test.each([
  'vào vneid.gov.vn hay dichvucong.gov.vn',
  'trang https://thutuc.dichvucong.gov.vn/p/home được không',
  'congan.hanoi.gov.vn',
  'tôi đọc ở vnexpress.net',
  'app báo lỗi v.v. không vào được',
])('%s is none', (said) => {
  expect(findScamSigns(said, official)).toEqual([])
})
