import fc from 'fast-check'
import { toReadingTime } from '../../src/text/reading-time'
import { toSpokenNumber } from '../../src/text/spoken-number'
import { findUnspoken, toSpoken } from '../../src/text/to-spoken'

const READINGS = {
  VNeID: 'vê nờ e ai đi',
  CCCD: 'căn cước công dân',
  OTP: 'ô tê pê',
  UBND: 'ủy ban nhân dân',
  gov: 'gốp',
  vn: 'vi en',
  'CH Play': 'xê hát pờ lây',
}

test.each([
  [0, 'không'],
  [5, 'năm'],
  [10, 'mười'],
  [15, 'mười lăm'],
  [20, 'hai mươi'],
  [21, 'hai mươi mốt'],
  [24, 'hai mươi tư'],
  [55, 'năm mươi lăm'],
  [100, 'một trăm'],
  [105, 'một trăm linh năm'],
  [111, 'một trăm mười một'],
  [2000, 'hai nghìn'],
  [2005, 'hai nghìn không trăm linh năm'],
  [2024, 'hai nghìn không trăm hai mươi tư'],
  [15_000, 'mười lăm nghìn'],
  [200_000, 'hai trăm nghìn'],
  [1_000_001, 'một triệu không trăm linh một'],
  [3_500_000_000, 'ba tỷ năm trăm triệu'],
])('%d is read "%s"', (number, spoken) => {
  expect(toSpokenNumber(number)).toBe(spoken)
})

test.each([
  ['ứng dụng VNeID', 'Ứng dụng vê nờ e ai đi'],
  ['Vào vneid.gov.vn.', 'Vào vê nờ e ai đi chấm gốp chấm vi en.'],
  ['Mở https://vneid.gov.vn', 'Mở vê nờ e ai đi chấm gốp chấm vi en'],
  ['Tải ở CH Play (Android)', 'Tải ở xê hát pờ lây, Android,'],
  ['căn cước công dân (CCCD) cũ', 'Căn cước công dân cũ'],
  ['CCCD còn hạn. CCCD cũ', 'Căn cước công dân còn hạn. Căn cước công dân cũ'],
  ['đừng đọc "OTP"!', 'Đừng đọc ô tê pê!'],
  ['Từ 01/7/2024', 'Từ ngày mùng một tháng bảy năm hai nghìn không trăm hai mươi tư'],
  ['Ngày 28/9 tới', 'Ngày hai mươi tám tháng chín tới'],
  ['tháng 7/2025', 'Tháng bảy năm hai nghìn không trăm hai mươi lăm'],
  ['Nghị định 69/2024/NĐ-CP', 'Nghị định số sáu mươi chín năm hai nghìn không trăm hai mươi tư'],
  ['Công văn số 1451/UBND-KSTTHC', 'Công văn số một nghìn bốn trăm năm mươi mốt'],
  ['Công văn 1579-CV/BTGTU', 'Công văn số một nghìn năm trăm bảy mươi chín'],
  ['gọi 1900 0368', 'Gọi một chín không không, không ba sáu tám'],
  ['gọi 024 3939 6666', 'Gọi không hai bốn, ba chín ba chín, sáu sáu sáu sáu'],
  ['phí 15.000 đồng', 'Phí mười lăm nghìn đồng'],
  ['trong 02 ngày', 'Trong hai ngày'],
  ['8-20 ký tự', 'Tám đến hai mươi ký tự'],
  ['giảm 50% phí', 'Giảm năm mươi phần trăm phí'],
  ['cha/mẹ đi cùng', 'Cha hoặc mẹ đi cùng'],
  ['họ tên – ngày sinh', 'Họ tên, ngày sinh'],
])('"%s" is read "%s"', (written, spoken) => {
  expect(toSpoken(written, READINGS)).toBe(spoken)
})

test.each<[string, string[]]>([
  ['mã XYZ', ['XYZ']],
  ['nhắn qua Zalo', ['Zalo']],
  ['người dân đến phường', []],
])('in "%s" nobody can read %j', (text, unspoken) => {
  expect(findUnspoken(toSpoken(text, READINGS))).toEqual(unspoken)
})

test('every number is read in syllables', () => {
  fc.assert(
    fc.property(fc.nat({ max: 10 ** 9 }), (number) => {
      expect(findUnspoken(toSpokenNumber(number))).toEqual([])
    }),
  )
})

test('more words take longer, and so does a pause', () => {
  const time = toReadingTime('Bà con chú ý.')
  expect(toReadingTime('Bà con hãy chú ý.')).toBeGreaterThan(time)
  expect(toReadingTime('Bà con, chú ý.')).toBeGreaterThan(time)
})
