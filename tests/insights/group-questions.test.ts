import fc from 'fast-check'
import { groupQuestions } from '../../src/insights/group-questions'
import type { UnansweredForm } from '../../src/storage/unanswered-table'
import { toForm } from '../../src/text/to-form'

const asked = (text: string, unanswered = 1, rest: Partial<UnansweredForm> = {}) => ({
  form: toForm(text),
  text,
  unanswered,
  unsure: 0,
  notUseful: 0,
  latest: 0,
  topic: null,
  ...rest,
})

/** What people asked in one week: two matters, and single questions. */
const WEEK = [
  asked('giá vàng hôm nay bao nhiêu', 9, { latest: 5 }),
  asked('gia vang hom nay', 4, { latest: 8 }),
  asked('gía vàng bữa nay bao nhiêu dạ', 2, { notUseful: 1, topic: 'gold' }),
  asked('làm hộ chiếu ở đâu', 6),
  asked('lam ho chieu o dau vay', 3, { unsure: 2 }),
  asked('con mèo nhà tôi bị ốm', 1),
]

describe('questions that went wrong', () => {
  test('are grouped by likeness, asked most often first', () => {
    const groups = groupQuestions(WEEK, [])
    expect(groups.map(({ text, count }) => [text, count])).toEqual([
      ['giá vàng hôm nay bao nhiêu', 16],
      ['làm hộ chiếu ở đâu', 11],
      ['con mèo nhà tôi bị ốm', 1],
    ])
    expect(groups[0]).toMatchObject({ unanswered: 15, notUseful: 1, latest: 8, topics: ['gold'] })
    expect(groups[0]?.members.map(({ text }) => text)).toEqual([
      'giá vàng hôm nay bao nhiêu',
      'gia vang hom nay',
      'gía vàng bữa nay bao nhiêu dạ',
    ])
  })

  test('that are nearly one that was decided are not asked again, others are', () => {
    const decided = [toForm('làm hộ chiếu ở đâu')]
    const groups = groupQuestions(
      [asked('làm hộ chiếu ở đâu ạ'), asked('hộ chiếu của trẻ em cần giấy gì')],
      decided,
    )
    expect(groups.map(({ text }) => text)).toEqual(['hộ chiếu của trẻ em cần giấy gì'])
  })

  test('make the same groups in whatever order they come, each in exactly one', () => {
    const word = fc.constantFrom('vàng', 'giá', 'hộ chiếu', 'mèo', 'ở đâu', 'khi nào', 'mất thẻ')
    const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '))
    const week = fc.uniqueArray(text, { maxLength: 30, selector: toForm })
    fc.assert(
      fc.property(week, fc.infiniteStream(fc.nat()), (texts, random) => {
        const forms = texts.map((one, index) => asked(one, 1 + (index % 3)))
        const shuffled = forms
          .map((one) => ({ one, at: random.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one)
        const groups = groupQuestions(forms, [])
        expect(groupQuestions(shuffled, [])).toEqual(groups)
        const members = groups.flatMap((group) => group.members.map(({ form }) => form))
        expect(members.sort()).toEqual(forms.map(({ form }) => form).sort())
      }),
    )
  })
})
