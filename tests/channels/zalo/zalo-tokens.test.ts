import { createZaloTokens } from '../../../src/channels/zalo/zalo-tokens'
import { UnreadableError } from '../../../src/storage/create-seal'
import { OA } from '../../stand-ins/zalo-webhooks'
import { SETTINGS, startZalo } from './zalo-fixture'

const HOUR = 3_600_000

let zalo: Awaited<ReturnType<typeof startZalo>>
const start = async (options?: Parameters<typeof startZalo>[0]) => {
  zalo = await startZalo(options)
}
afterEach(() => zalo.platform.close())

test('the first pair comes from the consent’s refresh token and is stored', async () => {
  await start()
  await expect(zalo.tokens.get(OA)).resolves.toBe('access-1')
  expect(zalo.pairs.get(SETTINGS.appId)).toEqual({
    accessToken: 'access-1',
    refreshToken: 'refresh-1',
    expiresAt: zalo.clock.now + 20 * HOUR,
  })
})

test.each(['90000', 90000])('a life of %j seconds is used for 20 hours', async (expiresIn) => {
  await start({ expiresIn })
  await zalo.tokens.get(OA)
  zalo.clock.now += 20 * HOUR - 1
  await expect(zalo.tokens.get(OA)).resolves.toBe('access-1')
  zalo.clock.now += 1
  await expect(zalo.tokens.get(OA)).resolves.toBe('access-2')
  expect(zalo.pairs.get(SETTINGS.appId)?.refreshToken).toBe('refresh-2')
})

test('calls at the same time, in two processes, renew once', async () => {
  await start()
  const [one, other] = [zalo.createTokens(), zalo.createTokens()]
  const first = await Promise.all([one.get(OA), one.get(OA), other.get(OA)])
  expect(first).toEqual(['access-1', 'access-1', 'access-1'])
  const second = await Promise.all([
    one.refresh(OA, 'access-1'),
    other.refresh(OA, 'access-1'),
    one.refresh(OA, 'access-1'),
  ])
  expect(second).toEqual(['access-2', 'access-2', 'access-2'])
  expect(zalo.platform.refreshes()).toBe(2)
})

test('a token that another process has renewed is taken from the store', async () => {
  await start()
  const other = zalo.createTokens()
  await zalo.tokens.get(OA)
  await other.refresh(OA, 'access-1')
  await expect(zalo.tokens.refresh(OA, 'access-1')).resolves.toBe('access-2')
  await expect(zalo.tokens.get(OA)).resolves.toBe('access-2')
  expect(zalo.platform.refreshes()).toBe(2)
})

test('the new pair is stored before anyone uses it', async () => {
  await start()
  zalo.faults.failNextSave = true
  await expect(zalo.tokens.get(OA)).rejects.toThrow('the disk is full')
})

test('a pair that could not be stored is stored at the next call, not lost', async () => {
  await start()
  zalo.faults.failNextSave = true
  await zalo.tokens.get(OA).catch(() => {})
  await expect(zalo.tokens.get(OA)).resolves.toBe('access-1')
  expect(zalo.pairs.get(SETTINGS.appId)?.refreshToken).toBe('refresh-1')
  expect(zalo.platform.refreshes()).toBe(1)
})

test.each([
  ['500', { status: 500, body: { error: -1 } }, 'platform_down'],
  ['503 with a page of HTML', { status: 503, body: '<html>' }, 'platform_down'],
  ['a dropped connection', { reset: true }, 'network_error'],
  ['200 that is not JSON', { status: 200, body: '<html>' }, 'unreadable_answer'],
])('after %s the same refresh token is used again', async (_, fault, code) => {
  await start()
  zalo.platform.failNextRefresh(fault)
  await expect(zalo.tokens.get(OA)).rejects.toMatchObject({ code, policy: 'retry' })
  await expect(zalo.tokens.get(OA)).resolves.toBe('access-1')
})

test('the old token goes on while an early renewal fails, which is tried once a minute', async () => {
  await start()
  await zalo.tokens.get(OA)
  zalo.clock.now += 21 * HOUR
  zalo.platform.failNextRefresh({ status: 500 })
  await expect(zalo.tokens.get(OA)).resolves.toBe('access-1')
  await expect(zalo.tokens.get(OA)).resolves.toBe('access-1')
  zalo.clock.now += 60_000
  await expect(zalo.tokens.get(OA)).resolves.toBe('access-2')
})

test('the old token also goes on when its renewal is refused, and an admin is called', async () => {
  await start()
  await zalo.tokens.get(OA)
  zalo.platform.reconnect('of another consent')
  zalo.clock.now += 20 * HOUR
  await expect(zalo.tokens.get(OA)).resolves.toBe('access-1')
  await expect(zalo.tokens.get(OA)).resolves.toBe('access-1')
  expect(zalo.told).toEqual([SETTINGS.appId])
  await expect(zalo.tokens.refresh(OA, 'access-1')).rejects.toMatchObject({
    code: 'zalo_reconnect_needed',
  })
})

test('a refresh token that Zalo refuses pauses the channel until an admin reconnects', async () => {
  await start({ refreshToken: 'another' })
  const reconnect = { code: 'zalo_reconnect_needed', policy: 'pause' }
  await expect(zalo.tokens.get(OA)).rejects.toMatchObject(reconnect)
  zalo.platform.reconnect(zalo.settings.refreshToken)
  await expect(zalo.tokens.get(OA)).resolves.toBe('access-1')
})

test('a new refresh token in the settings takes the place of a stored one that is refused', async () => {
  await start()
  const usedUp = { accessToken: 'access-0', refreshToken: 'used up', expiresAt: 0 }
  zalo.pairs.set(SETTINGS.appId, usedUp)
  await expect(zalo.tokens.get(OA)).resolves.toBe('access-1')
})

describe('several accounts', () => {
  const OTHER = '3000000000000000009'
  const connect = async () => {
    const next = { accessToken: 'a', refreshToken: 'refresh-of-the-other', expiresAt: 0 }
    zalo.platform.reconnect(next.refreshToken, OTHER)
    await zalo.tokens.connect(OTHER, next)
  }
  const reconnect = { code: 'zalo_reconnect_needed', policy: 'pause', scope: 'account' }

  test('each have their own pair', async () => {
    await start()
    await connect()
    await expect(zalo.tokens.get(OTHER)).resolves.toBe('access-1')
    await expect(zalo.tokens.get(OA)).resolves.toBe('access-2')
    expect([...zalo.pairs.keys()].sort()).toEqual([SETTINGS.appId, OTHER].sort())
  })

  test('one that another process has connected is known at once', async () => {
    await start()
    const elsewhere = zalo.createTokens()
    await elsewhere.get(OTHER)
    await connect()
    await expect(elsewhere.get(OTHER)).resolves.toBe('access-2')
  })

  test('one that was never connected waits for an admin, where the settings name another', async () => {
    await start({ settings: { oaId: OA } })
    await expect(zalo.tokens.get(OTHER)).rejects.toMatchObject(reconnect)
    await expect(zalo.tokens.get(OA)).resolves.toBe('access-1')
    expect(zalo.told).toEqual([OTHER])
    expect(zalo.tokens.disconnected()).toEqual([OTHER])
    await connect()
    await expect(zalo.tokens.get(OTHER)).resolves.toBe('access-2')
    expect(zalo.tokens.disconnected()).toEqual([])
  })

  test('none is served without a refresh token or a consent, and Zalo is not asked', async () => {
    await start({ settings: { refreshToken: undefined } })
    expect(await zalo.tokens.hasAccount()).toBe(false)
    await expect(zalo.tokens.get(OA)).rejects.toMatchObject(reconnect)
    expect(zalo.platform.refreshes()).toBe(0)
    await connect()
    expect(await zalo.tokens.hasAccount()).toBe(true)
  })

  test('that are due are renewed although nobody writes to them', async () => {
    await start()
    await zalo.tokens.get(OA)
    await connect()
    zalo.clock.now += 20 * HOUR
    await zalo.tokens.renewDue()
    expect(zalo.platform.refreshes()).toBe(3)
    await zalo.tokens.renewDue()
    expect(zalo.platform.refreshes()).toBe(3)
  })

  test('that Zalo refuses are told once until they are well again', async () => {
    await start()
    await connect()
    zalo.platform.reconnect('of a later consent', OTHER)
    await zalo.tokens.renewDue()
    await zalo.tokens.renewDue()
    expect(zalo.told).toEqual([OTHER])
    const expiresAt = zalo.clock.now + HOUR
    const renewed = { accessToken: 'b', refreshToken: 'of a later consent', expiresAt }
    zalo.pairs.set(OTHER, renewed)
    await zalo.tokens.renewDue()
    expect(zalo.tokens.disconnected()).toEqual([])
    zalo.platform.reconnect('of another consent', OTHER)
    zalo.clock.now += 20 * HOUR
    await zalo.tokens.renewDue()
    expect(zalo.told).toEqual([OTHER, OTHER])
  })

  test('whose pair cannot be read need a new consent', async () => {
    await start()
    const unreadable = () => Promise.reject(new UnreadableError('no key'))
    const store = { ...zalo.store, read: unreadable, withLock: unreadable }
    const tokens = createZaloTokens({ store, settings: zalo.settings, now: Date.now })
    await expect(tokens.get(OA)).rejects.toMatchObject(reconnect)
  })
})
