import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { describeOnEachDatabase } from '../storage/databases'

const PAGE = readFileSync('docs/privacy.vi.md', 'utf8')

describeOnEachDatabase('the page about personal data', (use) => {
  test('tells of every table what is in it and how long it is kept', async () => {
    const tables = await use.database.kysely.introspection.getTables()
    expect(tables.filter(({ name }) => !PAGE.includes(`\`${name}\``))).toEqual([])
  })
})

describe('the page about personal data', () => {
  const { keeps_days } = parse(readFileSync('knowledge/settings.yaml', 'utf8'))

  test.each(Object.entries<number>(keeps_days))(
    'says that %s are kept for %i days',
    (kind, days) => {
      expect(PAGE).toContain(`${days.toLocaleString('vi')} ngày`)
      expect(PAGE).toMatch(new RegExp(`${days.toLocaleString('vi')} ngày[^|]*\\(\`${kind}\`\\)`))
    },
  )
})
