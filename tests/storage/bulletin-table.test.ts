import type { Bulletin } from '../../src/knowledge/bulletin'
import { accountTable } from '../../src/storage/account-table'
import { bulletinTable } from '../../src/storage/bulletin-table'
import type { Database } from '../../src/storage/open-database'
import type { Role } from '../../src/storage/role'
import { describeOnEachDatabase } from './databases'

const NOW = 1_000_000
const END = NOW + 60_000

describeOnEachDatabase('official notices', (use) => {
  const table = () => bulletinTable(use.database.kysely, use.database.dialect)

  const join = async (name: string, role: Role) => {
    const accounts = accountTable(use.database.kysely)
    const account = await accounts.create({ name, role, email: `${name}@loa.example` }, NOW)
    if (!account) throw new Error('made twice')
    await accounts.change(account.id, { password: 'x' })
    return account
  }
  type Staff = Awaited<ReturnType<typeof join>>
  let an: Staff
  let binh: Staff
  let chi: Staff
  let dung: Staff
  beforeEach(async () => {
    an = await join('an', 'approver')
    binh = await join('binh', 'approver')
    chi = await join('chi', 'admin')
    dung = await join('dung', 'approver')
  })

  const ask = (change: Partial<Bulletin> = {}, author = an) =>
    table().ask({ text: 'Tin', link: null, topic: null, endsAt: END, ...change }, author, NOW)
  /** In a transaction of a connection of its own, as another process has it. */
  const approve = (
    id: number,
    person: Staff,
    { kysely, dialect }: Database = use.database,
    now = NOW,
  ) =>
    kysely
      .transaction()
      .execute((transaction) => bulletinTable(transaction, dialect).approve(id, person, now))
  /** Another process; on SQLite, which one process uses, another caller in it. */
  const another = async () =>
    use.database.dialect === 'sqlite' ? use.database : await use.server.open()
  const out = async (now = NOW) => (await table().readOut(now)).map(({ id }) => id)

  test('go out with the second yes of others than the author, each counted once', async () => {
    const id = await ask()
    expect(await approve(id, an)).toBe('own')
    expect(await approve(id, binh)).toBe('counted')
    expect(await approve(id, binh)).toBe('twice')
    expect(await approve(id, an)).toBe('own')
    expect(await out()).toEqual([])
    expect(await approve(id, chi)).toBe('out')
    expect(await table().readOut(NOW)).toEqual([
      { id, text: 'Tin', link: null, topic: null, endsAt: END },
    ])
    expect(await approve(id, dung)).toBe('gone')
    expect(await table().read(id)).toMatchObject({
      state: 'out',
      outAt: NOW,
      approvals: [{ account: 'binh' }, { account: 'chi' }],
    })
  })

  test('of two yeses at once each counts, and one person at once counts once', async () => {
    const [here, there] = [await another(), await another()]
    for (let round = 0; round < 8; round += 1) {
      const id = await ask({ topic: `entry-${round}` })
      const both = await Promise.all([approve(id, binh, here), approve(id, chi, there)])
      expect(both.sort()).toEqual(['counted', 'out'])
      const other = await ask({ topic: `other-${round}` })
      const twice = await Promise.all([
        approve(other, dung, here),
        approve(other, dung, there),
        approve(other, an, here),
      ])
      expect(twice.sort()).toEqual(['counted', 'own', 'twice'])
    }
    expect(await out()).toHaveLength(8)
  })

  test('a yes of someone who was locked or may no longer approve is worth nothing', async () => {
    const accounts = accountTable(use.database.kysely)
    const id = await ask()
    await approve(id, binh)
    await accounts.change(binh.id, { lockedAt: NOW })
    expect(await approve(id, chi)).toBe('counted')
    await accounts.change(chi.id, { role: 'editor' })
    expect(await approve(id, dung)).toBe('counted')
    expect(await out()).toEqual([])
  })

  test('the newer ends the older in its place, and no other', async () => {
    const letOut = async (change: Partial<Bulletin>) => {
      const id = await ask(change)
      await approve(id, binh)
      await approve(id, chi)
      return id
    }
    const [first, entry] = [await letOut({}), await letOut({ topic: 'chip' })]
    const second = await letOut({ text: 'Tin mới' })
    expect(await out()).toEqual([second, entry])
    expect(await table().read(first)).toMatchObject({
      state: 'ended',
      closedBy: 'chi',
      reason: `thay bằng số ${second}`,
    })
  })

  test('end by their time, also where nobody had let them out', async () => {
    const [id, waiting] = [await ask(), await ask()]
    await approve(id, binh)
    await approve(id, chi)
    expect(await out(END - 1)).toEqual([id])
    expect(await out(END)).toEqual([])
    expect(await approve(waiting, binh, use.database, END)).toBe('gone')
    const close = { from: 'out', to: 'ended', by: 'chi', reason: '' } as const
    expect(await table().close(id, close, END)).toBe(false)
    expect((await table().list(END, 1)).map((one) => one.id)).toEqual([waiting])
    expect((await table().list(END - 1, 0)).map((one) => one.id)).toEqual([waiting, id])
  })

  test('are closed once, and a yes that comes too late lets nothing out', async () => {
    const id = await ask()
    const reject = { from: 'asked', to: 'rejected', by: 'chi', reason: 'sai số' } as const
    await approve(id, binh)
    const [there, here] = [await another(), await another()]
    const [closed, said] = await Promise.all([
      there.kysely
        .transaction()
        .execute((transaction) => bulletinTable(transaction, there.dialect).close(id, reject, NOW)),
      approve(id, dung, here),
    ])
    expect([closed, said]).toEqual(closed ? [true, 'gone'] : [false, 'out'])
    expect(await table().close(id, reject, NOW)).toBe(false)
  })
})
