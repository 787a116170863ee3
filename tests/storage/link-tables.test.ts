import { carriedGuideTable } from '../../src/storage/carried-guide-table'
import { linkCodeTable } from '../../src/storage/link-code-table'
import { type LinkCount, linkCountTable } from '../../src/storage/link-count-table'
import { describeOnEachDatabase } from './databases'

const opened = (id: string, unit: string, count: number): LinkCount => ({
  kind: 'topic',
  id,
  unit,
  place: '',
  event: 'opened',
  count,
})

describeOnEachDatabase('uses of links', (use) => {
  test('add up by day, link and unit', async () => {
    const table = linkCountTable(use.database.kysely)
    await table.add('2026-11-24', [opened('chip', 'a', 2), opened('chip', 'b', 1)])
    await table.add('2026-11-25', [opened('chip', 'a', 3)])
    await table.add('2026-11-25', [opened('chip', 'a', 4)])
    await table.add('2026-11-25', [])
    const sums = await table.sum('2026-11-24')
    expect(sums.sort((x, y) => x.count - y.count)).toEqual([
      opened('chip', 'b', 1),
      opened('chip', 'a', 9),
    ])
    expect(await table.sum('2026-11-25')).toEqual([opened('chip', 'a', 7)])
    expect(await table.sum('2026-11-24', 'b')).toEqual([opened('chip', 'b', 1)])
  })

  test('counted by many at once are all there', async () => {
    const table = linkCountTable(use.database.kysely)
    const add = () => table.add('2026-11-25', [opened('b', '', 1), opened('a', '', 1)])
    await Promise.all(Array.from({ length: 20 }, add))
    const sums = await table.sum('2026-11-25')
    expect(sums.map(({ count }) => count)).toEqual([20, 20])
  })
})

describeOnEachDatabase('codes of links', (use) => {
  test('stay with their link, also when two ask at once and when a code is taken', async () => {
    const table = linkCodeTable(use.database.kysely)
    const next = ['AAAAA', 'AAAAA', 'BBBBB', 'CCCCC', 'DDDDD']
    const create = () => next.shift() ?? 'ZZZZZ'
    expect(await table.codeOf('t_chip', create)).toBe('AAAAA')
    expect(await table.codeOf('t_qr', create)).toBe('BBBBB')
    expect(await table.codeOf('t_chip', create)).toBe('AAAAA')
    const both = await Promise.all([table.codeOf('g_otp', create), table.codeOf('g_otp', create)])
    expect(new Set(both).size).toBe(1)
    expect(await table.find('BBBBB')).toBe('t_qr')
    expect(await table.find('QQQQQ')).toBeNull()
  })
})

describeOnEachDatabase('a guide that is carried elsewhere', (use) => {
  const guides = [{ flowId: 'fix-otp', hash: 'h', position: { step: 'signal', trail: [] } }]
  const keep = (code: string, now: number) =>
    carriedGuideTable(use.database.kysely).keep(guides, { now, expiresAt: now + 100 }, () => code)

  test('is taken up once, and by one of two who try at once', async () => {
    const table = carriedGuideTable(use.database.kysely)
    await keep('KMPXTR', 1_000)
    const taken = await Promise.all([table.take('KMPXTR', 1_050), table.take('KMPXTR', 1_050)])
    expect(taken.filter((one) => one !== null)).toEqual([guides])
    expect(await table.take('KMPXTR', 1_050)).toBeNull()
  })

  test('is gone when its time is over, and leaves no row', async () => {
    const table = carriedGuideTable(use.database.kysely)
    await keep('KMPXTR', 1_000)
    expect(await table.take('KMPXTR', 1_100)).toBeNull()
    await keep('BCFGHJ', 1_000)
    await keep('LNQSVZ', 1_200)
    const rows = await use.database.kysely.selectFrom('carried_guides').select('code').execute()
    expect(rows).toEqual([{ code: 'LNQSVZ' }])
  })
})
