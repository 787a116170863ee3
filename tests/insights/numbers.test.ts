import fc from 'fast-check'
import { formatCount, toLeast } from '../../src/insights/shown-count'
import { toFunnels } from '../../src/insights/to-funnel'
import { NUMBERS, toNumberTable } from '../../src/insights/to-number-table'

const counts = (key: string, measures: Record<string, number>) =>
  Object.entries(measures).map(([measure, count]) => ({ key, measure, count }))

describe('the table of numbers', () => {
  test('adds up questions by what became of them', () => {
    const { rows, total } = toNumberTable([
      ...counts('web', { answered: 90, unanswered: 10, handed_over: 5, people: 40, useful: 7 }),
      ...counts('zalo', { answered: 20, clarified: 5, reached: 99 }),
    ])
    expect(rows).toMatchObject([
      { key: 'web', people: 40, questions: 105, answered: 90, other: 5, useful: 7, notUseful: 0 },
      { key: 'zalo', people: 0, questions: 25, clarified: 5 },
    ])
    expect(total).toMatchObject({ people: 40, questions: 130, answered: 110 })
  })

  test('hides small numbers, and sums that would give them away', () => {
    const { rows, total } = toNumberTable([
      ...counts('web', { answered: 90, unanswered: 3 }),
      ...counts('zalo', { answered: 2 }),
    ])
    const written = rows.map((row) => NUMBERS.map((name) => formatCount(row[name])).join(' '))
    expect(written).toEqual(['0 ≥91 90 0 <5 0 0 0 0', '0 ≥1 <5 0 0 0 0 0 0'])
    expect(NUMBERS.map((name) => formatCount(total[name])).join(' ')).toBe('0 ≥92 ≥91 0 ≥1 0 0 0 0')
  })

  test('keeps rows for the keys it is given, in their order', () => {
    const { rows } = toNumberTable(counts('b', { answered: 5 }), ['a', 'b', 'c'])
    expect(rows.map(({ key, questions }) => [key, questions])).toEqual([
      ['a', 0],
      ['b', 5],
      ['c', 0],
    ])
  })

  test('never shows a number from 1 to 4, and no sum from which one follows', () => {
    const measure = fc.constantFrom('answered', 'unanswered', 'clarified', 'warned', 'useful')
    const key = fc.constantFrom('a', 'b', 'c')
    const count = fc.record({ key, measure, count: fc.integer({ min: 1, max: 9 }) })
    fc.assert(
      fc.property(fc.uniqueArray(count, { selector: (one) => one.key + one.measure }), (all) => {
        const { rows, total } = toNumberTable(all)
        for (const row of [...rows, total]) {
          for (const name of NUMBERS) {
            const shown = row[name]
            if (typeof shown === 'number') expect(shown === 0 || shown >= 5).toBe(true)
          }
        }
        for (const name of NUMBERS) {
          const isHidden = rows.some((row) => typeof row[name] !== 'number')
          expect(typeof total[name] !== 'number').toBe(isHidden)
          expect(toLeast(total[name])).toBeLessThanOrEqual(
            all.reduce((sum, one) => sum + one.count, 0),
          )
        }
      }),
    )
  })
})

describe("a guide's funnel", () => {
  const steps = [
    { id: 'open', end: false },
    { id: 'scan', end: false },
    { id: 'done', end: true },
  ]

  test('tells in steps of five who came, left and stopped, newest version first', () => {
    const funnels = toFunnels(
      [
        ...counts('2/scan', { reached: 81, passed: 60, stopped: 3 }),
        ...counts('2/open', { reached: 102, passed: 81 }),
        ...counts('2/done', { reached: 60, completed: 60 }),
        ...counts('1/old', { reached: 12 }),
      ],
      steps,
    )
    expect(funnels).toEqual([
      {
        version: 2,
        completed: 60,
        steps: [
          { id: 'open', end: false, reached: 100, left: 20, stopped: 0 },
          { id: 'scan', end: false, reached: 80, left: 20, stopped: { under: 5 } },
          { id: 'done', end: true, reached: 60, left: 0, stopped: 0 },
        ],
      },
      {
        version: 1,
        completed: 0,
        steps: [{ id: 'old', end: false, reached: 10, left: 10, stopped: 0 }],
      },
    ])
  })
})
