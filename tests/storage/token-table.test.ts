import { setTimeout } from 'node:timers/promises'
import { tokenTable } from '../../src/storage/token-table'
import { describeOnEachDatabase, describeOnPostgres } from './databases'

const pair = (n: number) => ({ accessToken: `a${n}`, refreshToken: `r${n}`, expiresAt: n })
const clock = { now: () => 0 }

describeOnEachDatabase('tokens', (use) => {
  test('are null until a pair is saved, then the pair', async () => {
    const tokens = tokenTable(use.database, 'zalo', clock)
    expect(await tokens.read('oa')).toBeNull()
    const seen = await tokens.withLock('oa', async (stored, save) => {
      await save(pair(1))
      return stored
    })
    expect(seen).toBeNull()
    expect(await tokens.read('oa')).toEqual(pair(1))
  })

  test('are kept apart by channel and account', async () => {
    await tokenTable(use.database, 'zalo', clock).withLock('oa', (_, save) => save(pair(1)))
    expect(await tokenTable(use.database, 'zalo', clock).read('other')).toBeNull()
    expect(await tokenTable(use.database, 'zalo-bot', clock).read('oa')).toBeNull()
  })

  test('are stored for everyone as soon as save resolves, before the work goes on', async () => {
    const elsewhere = tokenTable(await use.server.open(), 'zalo', clock)
    await tokenTable(use.database, 'zalo', clock).withLock('oa', async (_, save) => {
      await save(pair(1))
      expect(await elsewhere.read('oa')).toEqual(pair(1))
    })
  })

  test('stay stored if the work fails after saving, and the lock is free again', async () => {
    const tokens = tokenTable(use.database, 'zalo', clock)
    const failing = tokens.withLock('oa', async (_, save) => {
      await save(pair(1))
      throw new Error('the platform is gone')
    })
    await expect(failing).rejects.toThrow('the platform is gone')
    expect(await tokens.withLock('oa', async (stored) => stored)).toEqual(pair(1))
  })

  test('are renewed by one at a time, each seeing what the one before saved', async () => {
    const tokens = tokenTable(use.database, 'zalo', clock)
    const renew = () =>
      tokens.withLock('oa', async (stored, save) => {
        await setTimeout(5)
        await save(pair((stored?.expiresAt ?? 0) + 1))
      })
    await Promise.all(Array.from({ length: 10 }, renew))
    expect(await tokens.read('oa')).toEqual(pair(10))
  })

  test('of one account do not wait for those of another', async () => {
    const tokens = tokenTable(use.database, 'zalo', clock)
    await tokens.withLock('first', () => tokens.withLock('second', (_, save) => save(pair(1))))
    expect(await tokens.read('second')).toEqual(pair(1))
  })
})

describeOnPostgres('tokens of many processes', (use) => {
  test('are renewed by one at a time over all of them', async () => {
    const processes = [use.database, await use.server.open(), await use.server.open()]
    const renewals = processes.flatMap((database) => {
      const tokens = tokenTable(database, 'zalo', clock)
      const renew = () =>
        tokens.withLock('oa', async (stored, save) => {
          await setTimeout(5)
          await save(pair((stored?.expiresAt ?? 0) + 1))
        })
      return [renew(), renew(), renew()]
    })
    await Promise.all(renewals)
    expect(await tokenTable(use.database, 'zalo', clock).read('oa')).toEqual(pair(9))
  })
})
