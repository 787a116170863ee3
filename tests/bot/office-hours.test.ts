import { toOfficeStatus } from '../../src/bot/office-hours'

const office = {
  timezone: 'Asia/Ho_Chi_Minh' as const,
  hours: [
    { days: [1, 2, 3, 4, 5], from: '13:30', to: '17:00' },
    { days: [1, 2, 3, 4, 5], from: '08:00', to: '12:00' },
  ],
  holidays: ['2027-01-01'],
}

test.each([
  ['2026-11-24T08:00:00+07:00', { open: true }],
  ['2026-11-24T11:59:59+07:00', { open: true }],
  ['2026-11-24T12:00:00+07:00', { open: false, nextOpen: '13 giờ 30 thứ ba, 24/11' }],
  ['2026-11-24T01:15:00Z', { open: true }],
  ['2026-11-24T17:00:00+07:00', { open: false, nextOpen: '8 giờ thứ tư, 25/11' }],
  ['2026-11-27T18:00:00+07:00', { open: false, nextOpen: '8 giờ thứ hai, 30/11' }],
  ['2026-12-31T20:00:00+07:00', { open: false, nextOpen: '8 giờ thứ hai, 4/1' }],
])('at %s', (moment, status) => {
  expect(toOfficeStatus(Date.parse(moment), office)).toEqual(status)
})
