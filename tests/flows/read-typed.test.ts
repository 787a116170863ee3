import fc from 'fast-check'
import { readTyped } from '../../src/flows/read-typed'

const TODAY = '2026-11-25'

describe('an age', () => {
  const cases: [said: string, years: number | null][] = [
    ['72', 72],
    ['bác 72 tuổi rồi', 72],
    ['cháu mới 5t', 5],
    ['con em 13 tuổi', 13],
    ['bác sinh năm 1954', 72],
    ['2012', 14],
    ['0 tuổi', 0],
    ['cháu 18 tháng', 1],
    ['8 tháng tuổi', 0],
    ['bé mới sinh', 0],
    ['chưa đầy 1 tuổi', 0],
    ['dưới 6 tuổi', null],
    ['sắp 14 tuổi', null],
    ['hơn 6 tuổi', 6],
    ['200', null],
    ['già rồi', null],
    ['hỏi mức 2 mất bao lâu, có phải chờ 7 ngày hay 15 ngày không', null],
    ['', null],
  ]
  test.each(cases)('%s', (said, years) => {
    expect(readTyped('age', said, TODAY)?.value ?? null).toBe(years)
  })
})

describe('a day, in days from today', () => {
  const cases: [said: string, days: number | null][] = [
    ['hôm nay', 0],
    ['mai', 1],
    ['ngày kia', 2],
    ['hom qua', -1],
    ['27/11', 2],
    ['1/12/2026', 6],
    ['ngày 5 tháng 12', 10],
    ['31/2', null],
    ['lúc nào cũng được', null],
  ]
  test.each(cases)('%s', (said, days) => {
    expect(readTyped('date', said, TODAY)?.value ?? null).toBe(days)
  })
})

describe('yes and no', () => {
  const cases: [said: string, value: number | null][] = [
    ['có', 1],
    ['dạ rồi', 1],
    ['ừ', 1],
    ['không', 0],
    ['dạ chưa ạ', 0],
    ['ko', 0],
    ['hỏi chút', null],
    ['đúng', 1],
    ['dừng', null],
    ['có mất phí không', null],
    ['không nhận được mã thì làm sao', null],
    ['phải làm gì', null],
  ]
  test.each(cases)('%s', (said, value) => {
    expect(readTyped('yes-no', said, TODAY)?.value ?? null).toBe(value)
  })
})

test('whatever is typed, nothing is thrown and an age is an age', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (said) => {
      for (const kind of ['age', 'date', 'yes-no'] as const) {
        const typed = readTyped(kind, said, TODAY)
        if (kind === 'age' && typed) expect(typed.value).toBeLessThanOrEqual(120)
      }
    }),
  )
})
