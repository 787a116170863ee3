import { type FoldedTexts, toRows } from '../../../src/console/answers/entry-row'
import { entryQuerySchema, listEntries } from '../../../src/console/answers/list-entries'
import type { KnowledgeBase } from '../../../src/knowledge/knowledge-base'
import { loadKnowledge } from '../../../src/knowledge/load-knowledge'
import { readSourceFiles } from '../../../src/knowledge/source-file'

const TODAY = '2026-11-25'

/** The campaign's entries many times over, each with a number of its own. */
function manyEntries(count: number): KnowledgeBase {
  const { knowledge } = loadKnowledge(readSourceFiles('knowledge'))
  if (!knowledge) throw new Error('the campaign is not sound')
  const own = [...knowledge.topics.values()]
  const topics = Array.from({ length: count }, (_, number) => {
    const topic = own[number % own.length]
    if (!topic) throw new Error('the campaign has no entries')
    return { ...topic, id: `${topic.id}-${number}`, question: `${topic.question} Số ${number}.` }
  })
  return { ...knowledge, topics: new Map(topics.map((topic) => [topic.id, topic])) }
}

describe('a list of five thousand entries', () => {
  const folded: FoldedTexts = new Map()
  const rows = toRows(manyEntries(5_000), { today: TODAY, folded })
  const list = (query: object) => listEntries(rows, [], entryQuerySchema.parse(query), TODAY)

  test('comes by pages, and a page after the last is the last', () => {
    const first = list({})
    expect(first).toMatchObject({ total: 5_000, page: 1, pages: 100 })
    expect(first.rows).toHaveLength(50)
    const seen = Array.from({ length: 100 }, (_, index) => list({ page: index + 1 }).rows).flat()
    expect(new Set(seen.map(({ id }) => id)).size).toBe(5_000)
    expect(list({ page: 1_000 }).page).toBe(100)
  })

  test('is searched by all words at once, accents ignored, and folds what it searches once', () => {
    expect(list({ search: 'SO 4321.' })).toMatchObject({
      total: 1,
      rows: [{ question: expect.stringMatching(/Số 4321\.$/) }],
    })
    expect(list({ search: 'số 4321. xyzzy' }).total).toBe(0)
    expect(folded.size).toBe(5_000)
    list({ search: 'thẻ' })
    expect(folded.size).toBe(5_000)
  })

  test('is narrowed by what is due', () => {
    const later = (today: string, query: object) =>
      listEntries(rows, [], entryQuerySchema.parse(query), today).total
    expect(later(TODAY, { review: 'overdue' })).toBe(0)
    expect(later('2030-01-01', { review: 'overdue' })).toBe(5_000)
    expect(later('2030-01-01', { review: 'soon' })).toBe(0)
  })
})
