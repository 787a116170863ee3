import { startZalo } from './zalo-fixture'

const HOUR = 3_600_000

let zalo: Awaited<ReturnType<typeof startZalo>>
const start = async (options?: Parameters<typeof startZalo>[0]) => {
  zalo = await startZalo(options)
}
afterEach(() => zalo.platform.close())

test('the first pair comes from the consent’s refresh token and is stored', async () => {
  await start()
  await expect(zalo.tokens.get()).resolves.toBe('access-1')
  expect(zalo.stored.pair).toEqual({
    accessToken: 'access-1',
    refreshToken: 'refresh-1',
    expiresAt: zalo.clock.now + 20 * HOUR,
  })
})

test.each(['90000', 90000])('a life of %j seconds is used for 20 hours', async (expiresIn) => {
  await start({ expiresIn })
  await zalo.tokens.get()
  zalo.clock.now += 20 * HOUR - 1
  await expect(zalo.tokens.get()).resolves.toBe('access-1')
  zalo.clock.now += 1
  await expect(zalo.tokens.get()).resolves.toBe('access-2')
  expect(zalo.stored.pair?.refreshToken).toBe('refresh-2')
})

test('calls at the same time, in two processes, renew once', async () => {
  await start()
  const [one, other] = [zalo.createTokens(), zalo.createTokens()]
  const first = await Promise.all([one.get(), one.get(), other.get()])
  expect(first).toEqual(['access-1', 'access-1', 'access-1'])
  const second = await Promise.all([
    one.refresh('access-1'),
    other.refresh('access-1'),
    one.refresh('access-1'),
  ])
  expect(second).toEqual(['access-2', 'access-2', 'access-2'])
  expect(zalo.platform.refreshes()).toBe(2)
})

test('a token that another process has renewed is taken from the store', async () => {
  await start()
  const other = zalo.createTokens()
  await zalo.tokens.get()
  await other.refresh('access-1')
  await expect(zalo.tokens.refresh('access-1')).resolves.toBe('access-2')
  await expect(zalo.tokens.get()).resolves.toBe('access-2')
  expect(zalo.platform.refreshes()).toBe(2)
})

test('the new pair is stored before anyone uses it', async () => {
  await start()
  zalo.stored.failNextSave = true
  await expect(zalo.tokens.get()).rejects.toThrow('the disk is full')
})

test('a pair that could not be stored is stored at the next call, not lost', async () => {
  await start()
  zalo.stored.failNextSave = true
  await zalo.tokens.get().catch(() => {})
  await expect(zalo.tokens.get()).resolves.toBe('access-1')
  expect(zalo.stored.pair?.refreshToken).toBe('refresh-1')
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
  await expect(zalo.tokens.get()).rejects.toMatchObject({ code, policy: 'retry' })
  await expect(zalo.tokens.get()).resolves.toBe('access-1')
})

test('the old token goes on while an early renewal fails, which is tried once a minute', async () => {
  await start()
  await zalo.tokens.get()
  zalo.clock.now += 21 * HOUR
  zalo.platform.failNextRefresh({ status: 500 })
  await expect(zalo.tokens.get()).resolves.toBe('access-1')
  await expect(zalo.tokens.get()).resolves.toBe('access-1')
  zalo.clock.now += 60_000
  await expect(zalo.tokens.get()).resolves.toBe('access-2')
})

test('a refresh token that Zalo refuses pauses the channel until an admin reconnects', async () => {
  await start({ refreshToken: 'another' })
  const reconnect = { code: 'zalo_reconnect_needed', policy: 'pause' }
  await expect(zalo.tokens.get()).rejects.toMatchObject(reconnect)
  zalo.platform.reconnect(zalo.settings.refreshToken)
  await expect(zalo.tokens.get()).resolves.toBe('access-1')
})

test('a new refresh token in the settings takes the place of a stored one that is refused', async () => {
  await start()
  zalo.stored.pair = { accessToken: 'access-0', refreshToken: 'used up', expiresAt: 0 }
  await expect(zalo.tokens.get()).resolves.toBe('access-1')
})
