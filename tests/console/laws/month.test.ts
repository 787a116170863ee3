import {
  addMonths,
  showMonth,
  toMonth,
  toWeeks,
} from '../../../src/console/app/screens/reviews/month'

test.each([
  ['2026-11', 1, '2026-12'],
  ['2026-12', 1, '2027-01'],
  ['2027-01', -1, '2026-12'],
  ['2027-01', 14, '2028-03'],
])('%s and %i months is %s', (month, count, expected) => {
  expect(addMonths(month, count)).toBe(expected)
})

test.each([
  // From a Monday to a Sunday; over a whole number of weeks; with a leap day.
  ['2027-02', 4, '2027-02-01', '2027-02-28'],
  ['2026-11', 6, null, null],
  ['2028-02', 5, null, null],
])('%s has %i weeks, Monday first', (month, count, first, last) => {
  const weeks = toWeeks(month)
  expect(weeks.map(({ length }) => length)).toEqual(Array(count).fill(7))
  expect([weeks[0]?.[0], weeks.at(-1)?.[6]]).toEqual([first, last])
  const days = weeks.flat().filter((day) => day !== null)
  expect(days).toEqual([...days].sort())
  expect(new Set(days.map(toMonth))).toEqual(new Set([month]))
  for (const week of weeks) {
    week.forEach((day, index) => {
      if (day) expect(new Date(day).getUTCDay()).toBe((index + 1) % 7)
    })
  }
})

test('a month is told in words', () => expect(showMonth('2027-02')).toBe('Tháng 2 năm 2027'))
