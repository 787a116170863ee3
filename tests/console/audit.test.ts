import { sql } from 'kysely'
import { auditTable } from '../../src/storage/audit-table'
import { describeOnEachDatabase } from '../storage/databases'
import { openPeople, type People } from './people/open-people'

describeOnEachDatabase('the audit trail', (use) => {
  const trail = () => auditTable(use.database.kysely, Date.now)
  const note = { account: null, action: 'people.invite', subject: 'Lan', detail: '100% 50_50' }

  test.each([
    ['changed', sql`update audit set detail = 'khác'`],
    ['deleted', sql`delete from audit`],
  ])('cannot be %s, not even by who has the database open', async (_how, statement) => {
    await trail().note(note)
    await expect(statement.execute(use.database.kysely)).rejects.toThrow(/only ever added to/)
    expect(await trail().read({}, 10)).toHaveLength(1)
  })

  test('cannot be emptied at once', async () => {
    if (use.database.dialect === 'sqlite') return // has no such statement
    await trail().note(note)
    await expect(sql`truncate audit`.execute(use.database.kysely)).rejects.toThrow(
      /only ever added/,
    )
  })

  test('is searched for words as they are written', async () => {
    await trail().note(note)
    await trail().note({ ...note, subject: 'Hà', detail: '1000 5050' })
    const subjects = async (text: string) =>
      (await trail().read({ text }, 10)).map(({ subject }) => subject)
    expect(await subjects('100%')).toEqual(['Lan'])
    expect(await subjects('0_5')).toEqual(['Lan'])
    expect(await subjects('!')).toEqual([])
    expect(await subjects('Hà')).toEqual(['Hà'])
  })

  describe('at its door', () => {
    let people: People
    beforeEach(async () => {
      people = await openPeople(use.database)
      for (let index = 1; index <= 60; index++)
        await trail().note({ ...note, detail: `lần ${index}` })
    })
    afterEach(() => people.close())

    const read = (query: string) => people.admin.ask('GET', `/audit${query}`)
    const details = ({ entries }: { entries: { detail: string }[] }) =>
      entries.map(({ detail }) => detail)

    test('comes in pages, newest first, without a gap', async () => {
      const first = await read('')
      expect([first.entries.length, first.hasMore]).toEqual([50, true])
      const rest = await read(`?before=${first.entries.at(-1).id}`)
      expect(rest.hasMore).toBe(false)
      expect([...details(first), ...details(rest)].slice(0, 60)).toEqual(
        Array.from({ length: 60 }, (_, index) => `lần ${60 - index}`),
      )
    })

    test('is filtered by person, action, day and words', async () => {
      const joined = await read('?action=people.join')
      expect(joined.entries).toHaveLength(1)
      expect((await read('?action=people')).entries).toHaveLength(50)
      const { accountId } = joined.entries[0]
      expect((await read(`?account=${accountId}`)).entries).toHaveLength(1)
      expect(details(await read('?text=l%E1%BA%A7n+59'))).toEqual(['lần 59'])
      const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
      expect((await read(`?from=${today}&to=${today}`)).entries).toHaveLength(50)
      expect((await read(`?to=2020-01-01`)).entries).toHaveLength(0)
    })

    test('a day that is none is refused', async () => {
      const response = await people.admin.call('GET', '/audit?from=hôm qua')
      expect([response.status, await response.json()]).toEqual([
        400,
        { message: 'Ngày chưa đúng.' },
      ])
    })
  })
})
