import { type LawReviewTable, lawReviewTable } from '../../src/storage/law-review-table'
import { describeOnEachDatabase } from './databases'

const review = (round = 1) => ({
  document: '70-2024-nd-cp',
  round,
  name: 'Nghị định 70/2024/NĐ-CP',
  replacedBy: 'Nghị định 1/2027/NĐ-CP',
  effectiveOn: '2027-01-01',
  note: '',
  openedBy: 'Lan',
  openedAt: 1_000,
})
const item = (target: string) => ({
  kind: 'topic' as const,
  target,
  title: `Câu ${target}`,
  owner: 'Ban',
  detail: 'f1.1',
})

describeOnEachDatabase('lists of what rests on a changed document', (use) => {
  const table = () => lawReviewTable(use.database.kysely)
  const open = async (of: LawReviewTable, targets = ['chip', 'app']) => {
    const opened = await of.open(review(), targets.map(item))
    if (!opened) throw new Error('there is one already')
    return opened
  }
  const decision = (by: string) => ({ state: 'kept' as const, by, at: 2_000 })

  test('are kept with their items, and ended when nothing of them waits', async () => {
    const opened = await open(table())
    expect(opened).toEqual({ id: opened.id, ...review() })
    const stored = await table().read(opened.id)
    expect(stored).toMatchObject({
      review: opened,
      items: [
        { ...item('chip'), state: 'waiting', decidedBy: null },
        { ...item('app'), state: 'waiting', decidedAt: null },
      ],
    })
    for (const { id, version: from } of stored?.items ?? []) {
      await table().decide({ review: opened.id, id, from }, decision('Lan'))
    }
    expect(await table().list()).toEqual([{ ...opened, total: 2, waiting: 0 }])
  })

  test('of two who open the same one at once, one does', async () => {
    const both = await Promise.all([
      table().open(review(), [item('chip')]),
      table().open(review(), [item('chip')]),
    ])
    expect(both.filter((one) => one !== null)).toHaveLength(1)
    expect(await table().open(review(2), [])).not.toBeNull()
    expect(await table().open(review(1), [])).toBeNull()
    expect((await table().list()).map(({ round }) => round)).toEqual([2, 1])
  })

  test('of two who decide the same item at once, one does, and the other is told', async () => {
    const opened = await open(table())
    const other = lawReviewTable((await use.server.open()).kysely)
    const first = (await table().read(opened.id))?.items[0]
    const which = { review: opened.id, id: first?.id ?? 0, from: 0 }
    const both = await Promise.all([
      table().decide(which, decision('Lan')),
      other.decide(which, { ...decision('Hà'), state: 'changed' }),
    ])
    const [won] = both.filter((one) => one !== null)
    expect(both).toContain(null)
    expect(await table().readItem(opened.id, which.id)).toEqual(won)
    expect(won).toMatchObject({ version: 1, decidedAt: 2_000 })
    // Whoever has seen that decision may make another.
    expect(await table().decide({ ...which, from: 1 }, decision('Hà'))).toMatchObject({
      decidedBy: 'Hà',
      version: 2,
    })
  })

  test('an item is decided in its own list alone; a list goes with its items', async () => {
    const opened = await open(
      table(),
      Array.from({ length: 1_100 }, (_, index) => `t${index}`),
    )
    const first = (await table().read(opened.id))?.items[0]
    const foreign = { review: opened.id + 1, id: first?.id ?? 0, from: 0 }
    expect(await table().decide(foreign, decision('Lan'))).toBeNull()
    expect((await table().list())[0]).toMatchObject({ total: 1_100, waiting: 1_100 })
    expect(await table().remove(opened.id)).toBe(true)
    expect(await table().remove(opened.id)).toBe(false)
    expect(await table().read(opened.id)).toBeNull()
    expect(await table().readItem(opened.id, first?.id ?? 0)).toBeNull()
  })
})
