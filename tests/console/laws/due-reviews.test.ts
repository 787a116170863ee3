import fc from 'fast-check'
import { type DueReview, listDueReviews } from '../../../src/console/laws/due-reviews'
import { toCalendarFile } from '../../../src/console/laws/to-calendar-file'
import { type SmallContent, toSmallContent } from './small-content'

const law = { id: 7, name: 'Luật X', effectiveOn: '2027-01-01', waiting: 3, openedBy: 'Lan' }

describe('what is due', () => {
  test.each<[string, SmallContent, string[]]>([
    [
      'an entry on the day that it names, else when its review has lasted long enough',
      { topics: [{ id: 'chip', review_by: '2026-12-20' }, { id: 'app' }] },
      ['2026-12-20 review topic chip', '2027-01-30 review topic app'],
    ],
    [
      'an entry also when it ends to hold',
      { topics: [{ id: 'chip', review_by: '2027-03-01', valid_until: '2026-12-31' }] },
      ['2026-12-31 expiry topic chip', '2027-03-01 review topic chip'],
    ],
    ['not an entry that is off', { topics: [{ id: 'chip', off: true }] }, []],
    ['a guide', { flows: [{ id: 'start' }] }, ['2027-01-30 review flow start']],
    [
      'a note that ends',
      { notes: [{ id: 'ask', valid_until: '2026-12-31' }, { id: 'for-ever' }] },
      ['2026-12-31 expiry note ask'],
    ],
  ])('%s', (_what, written, expected) => {
    const due = listDueReviews(toSmallContent(written), [])
    expect(due.map(({ day, why, kind, id }) => `${day} ${why} ${kind} ${id}`)).toEqual(expected)
  })

  test.each([
    ['a changed document on the day of effect', law, ['2027-01-01 law 7']],
    ['not one whose list is ended', { ...law, waiting: 0 }, []],
    ['not one without a day', { ...law, effectiveOn: null }, []],
  ])('%s', (_what, review, expected) => {
    const due = listDueReviews(toSmallContent({}), [review])
    expect(due.map(({ day, kind, id }) => `${day} ${kind} ${id}`)).toEqual(expected)
  })
})

describe('the calendar file', () => {
  const due: DueReview = {
    day: '2027-02-25',
    why: 'review',
    kind: 'topic',
    id: 'chip',
    title: 'Chip có theo dõi không?',
    owner: 'Ban Tuyên giáo',
  }
  const options = {
    url: 'https://loa.example/console/reviews',
    now: Date.UTC(2026, 10, 25),
    remindDays: 14,
  }
  const unfold = (file: string) => file.replaceAll('\r\n ', '').split('\r\n')

  test('has one whole day for all that is due on it, and reminds before', () => {
    const other = { ...due, id: 'app', title: 'Tải ở đâu?', why: 'expiry' as const }
    const lines = unfold(toCalendarFile([due, other, { ...due, day: '2027-12-31' }], options))
    expect(lines.filter((line) => line.startsWith('UID:'))).toEqual([
      'UID:reviews-2027-02-25@loa',
      'UID:reviews-2027-12-31@loa',
    ])
    expect(lines).toEqual(
      expect.arrayContaining([
        'DTSTAMP:20261125T000000Z',
        'DTSTART;VALUE=DATE:20270225',
        'DTEND;VALUE=DATE:20270226',
        'DTEND;VALUE=DATE:20280101',
        'SUMMARY:Loa: 2 mục cần xem lại',
        'TRIGGER:-P14D',
        'DESCRIPTION:Chip có theo dõi không? (soát lại\\; Ban Tuyên giáo)\\nTải ở đâu? (hết hạn\\; Ban Tuyên giáo)\\nhttps://loa.example/console/reviews',
      ]),
    )
  })

  test('whatever a title says, no line is too long, none is begun by it, and all of it comes back', () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom('\r', '\n', ';', ',', '\\', 'ệ', '👮'),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      ),
      maxLength: 200,
    })
    fc.assert(
      fc.property(text, text, (title, owner) => {
        const file = toCalendarFile([{ ...due, title, owner }], options)
        const lines = file.split('\r\n')
        expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
        expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
        const [told = ''] = unfold(file).filter((line) => line.startsWith('DESCRIPTION:'))
        const read = told
          .slice('DESCRIPTION:'.length)
          .replace(/\\(.)/gs, (_all, one) => (one === 'n' ? '\n' : one))
        const expected = `${title} (soát lại; ${owner})`.replace(/\r\n?/g, '\n')
        const plain = expected.replace(/\p{Cc}/gu, (one) => (one === '\n' ? one : ' '))
        expect(read).toBe(`${plain}\n${options.url}`)
        expect(unfold(file).filter((line) => line.startsWith('BEGIN:VEVENT'))).toHaveLength(1)
      }),
    )
  })
})
