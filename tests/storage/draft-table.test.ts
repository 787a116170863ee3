import { draftTable, type NewDraft } from '../../src/storage/draft-table'
import { revisionTable } from '../../src/storage/revision-table'
import { describeOnEachDatabase } from './databases'

const draft = (change: Partial<NewDraft> = {}): NewDraft => ({
  entry: 'chip',
  path: 'knowledge/topics/chip.yaml',
  text: 'id: chip\n',
  basedOn: null,
  state: 'draft',
  publishAt: null,
  authorId: 1,
  author: 'Lan',
  approver: null,
  note: '',
  problem: null,
  updatedAt: 1_000,
  ...change,
})

describeOnEachDatabase('drafts', (use) => {
  test('are replaced only by who has seen them', async () => {
    const table = draftTable(use.database.kysely)
    const first = await table.save(draft(), 0)
    expect(first).toMatchObject({ text: 'id: chip\n', state: 'draft' })
    expect(await table.save(draft({ text: 'other' }), 0)).toBeNull()
    const seen = first?.version ?? 0
    const [one, two] = await Promise.all([
      table.save(draft({ text: 'one' }), seen),
      table.save(draft({ text: 'two' }), seen),
    ])
    const [kept] = [one, two].filter((saved) => saved !== null)
    expect([one, two]).toContain(null)
    expect(await table.read('chip')).toEqual(kept)
    expect(await table.remove('chip', seen)).toBe(false)
    expect(await table.remove('chip', kept?.version ?? 0)).toBe(true)
    expect(await table.list()).toEqual([])
  })

  test('a later one of the same entry is not taken for an earlier', async () => {
    const table = draftTable(use.database.kysely)
    const first = await table.save(draft(), 0)
    await table.remove('chip', first?.version ?? 0)
    await table.save(draft({ updatedAt: 2_000 }), 0)
    expect(await table.save(draft({ text: 'late' }), first?.version ?? 0)).toBeNull()
  })

  test('that are due go to one process each, and come back when it dies', async () => {
    const [here, there] = [use.database, await use.server.open()].map(({ kysely }) =>
      draftTable(kysely),
    )
    const due = { state: 'scheduled', publishAt: 5_000 } as const
    await here?.save(draft({ ...due, entry: 'chip' }), 0)
    await here?.save(draft({ ...due, entry: 'app' }), 0)
    await here?.save(draft({ ...due, entry: 'later', publishAt: 9_000 }), 0)
    await here?.save(draft({ ...due, entry: 'waits', state: 'waiting' }), 0)
    expect(await here?.claimDue(4_999, 1_000)).toBeNull()
    const claims = await Promise.all([
      ...Array.from({ length: 3 }, () => here?.claimDue(5_000, 1_000)),
      ...Array.from({ length: 3 }, () => there?.claimDue(5_000, 1_000)),
    ])
    const again = await here?.claimDue(5_000, 1_000)
    const taken = [...claims, again].flatMap((one) => one?.entry ?? [])
    expect(new Set(taken).size).toBe(taken.length)
    expect(taken.length).toBeGreaterThan(0)
    expect(['chip', 'app']).toEqual(expect.arrayContaining(taken))
    expect((await there?.claimDue(6_001, 1_000))?.entry).toMatch(/chip|app/)
  })
})

describeOnEachDatabase('the history of a file', (use) => {
  test('tells the revisions that changed it, and no others', async () => {
    const table = revisionTable(use.database)
    const publish = async (files: Record<string, string>, basedOn: number | null, at: number) => {
      const list = Object.entries(files).map(([path, text]) => ({ path, text }))
      const by = { author: 'Lan', message: '', publishedAt: at }
      const revision = await table.publish({ files: list, basedOn, ...by })
      return revision?.id ?? 0
    }
    const first = await publish({ 'a.yaml': 'a1', 'b.yaml': 'b1' }, null, 1)
    const second = await publish({ 'a.yaml': 'a1', 'b.yaml': 'b2' }, first, 2)
    const third = await publish({ 'a.yaml': 'a2' }, second, 3)
    const read = async (path: string) =>
      (await table.readHistory(path, 10)).map(({ revision, text }) => [revision.id, text])
    expect(await read('a.yaml')).toEqual([
      [third, 'a2'],
      [first, 'a1'],
    ])
    expect(await read('b.yaml')).toEqual([
      [third, null],
      [second, 'b2'],
      [first, 'b1'],
    ])
    expect(await table.readHistory('b.yaml', 1)).toMatchObject([{ revision: { id: third } }])
  })
})
