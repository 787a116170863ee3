import express from 'express'
import { createZaloRoutes } from '../../../src/channels/zalo/create-zalo-routes'
import { createConsentLink } from '../../../src/channels/zalo/zalo-consent'
import { type Listening, listen } from '../../stand-ins/listen'
import { SETTINGS, startZalo } from './zalo-fixture'

const OTHER = '3000000000000000009'
const texts = {
  title: 'Kết nối',
  connected: 'đã kết nối {account}',
  expired: 'hết hạn',
  refused: 'từ chối',
  later: 'thử lại',
}

let zalo: Awaited<ReturnType<typeof startZalo>>
let server: Listening
let outcomes: object[]

const start = async (options?: Parameters<typeof startZalo>[0]) => {
  zalo = await startZalo(options)
  outcomes = []
  const app = express()
  app.use(
    createZaloRoutes({
      settings: zalo.settings,
      tokens: zalo.tokens,
      texts: () => texts,
      now: () => zalo.clock.now,
      onConsent: (outcome) => outcomes.push(outcome),
    }),
  )
  server = await listen(app, 0)
}
afterEach(async () => {
  await server.close()
  await zalo.platform.close()
})

const createLink = () =>
  createConsentLink(zalo.settings, { publicUrl: server.url, now: zalo.clock.now }).link
const open = async (address: string) => {
  const response = await fetch(address)
  return { status: response.status, headers: response.headers, page: await response.text() }
}

test('a consent connects the account: its pair is stored and used', async () => {
  await start({ settings: { refreshToken: undefined } })
  const { status, page, headers } = await open(zalo.platform.consent(createLink(), OTHER))
  expect({ status, cache: headers.get('cache-control') }).toEqual({
    status: 200,
    cache: 'no-store',
  })
  expect(page).toContain(`đã kết nối ${OTHER}`)
  expect(zalo.pairs.get(OTHER)).toMatchObject({ refreshToken: 'refresh-1' })
  await expect(zalo.tokens.get(OTHER)).resolves.toBe('access-1')
  expect(outcomes).toEqual([{ account: OTHER, code: 'connected' }])
})

test('one link connects several accounts', async () => {
  await start()
  const link = createLink()
  for (const account of [OTHER, '3000000000000000010']) {
    expect((await open(zalo.platform.consent(link, account))).status).toBe(200)
  }
  expect([...zalo.pairs.keys()]).toEqual([OTHER, '3000000000000000010'])
})

test('each link has a verifier of its own, and Zalo sees only its hash', async () => {
  await start()
  const challenges = [createLink(), createLink()].map((link) =>
    new URL(link).searchParams.get('code_challenge'),
  )
  expect(challenges[0]).toMatch(/^[A-Za-z0-9_-]{43}$/)
  expect(challenges[0]).not.toBe(challenges[1])
})

test('a verifier that is saved in the app is used for all links', async () => {
  await start({ settings: { codeVerifier: 'v'.repeat(43) } })
  const links = [createLink(), createLink()].map((link) => new URL(link).searchParams)
  expect(links[0]?.get('code_challenge')).toBe(links[1]?.get('code_challenge'))
  expect((await open(zalo.platform.consent(createLink(), OTHER))).status).toBe(200)
})

test('a code works once', async () => {
  await start()
  const callback = zalo.platform.consent(createLink(), OTHER)
  await open(callback)
  const again = await open(callback)
  expect(again).toMatchObject({ status: 400, page: expect.stringContaining('từ chối') })
  expect(zalo.pairs.get(OTHER)?.refreshToken).toBe('refresh-1')
  expect(outcomes.at(-1)).toEqual({ account: OTHER, code: 'refused' })
})

test('after an answer that was lost the page can be loaded again', async () => {
  await start()
  const callback = zalo.platform.consent(createLink(), OTHER)
  zalo.platform.failNextRefresh({ status: 500 })
  expect(await open(callback)).toMatchObject({
    status: 502,
    page: expect.stringContaining('thử lại'),
  })
  expect((await open(callback)).status).toBe(200)
})

test('a state that is not ours, or a day old, changes nothing', async () => {
  await start()
  const callback = new URL(zalo.platform.consent(createLink(), OTHER))
  const [nonce, expiresAt, signature] = (callback.searchParams.get('state') ?? '').split('.')
  const states = [
    '',
    'forged',
    `${nonce}.${expiresAt}.${signature}x`,
    `${nonce}.${Number(expiresAt) + 1}.${signature}`,
    `other.${expiresAt}.${signature}`,
  ]
  for (const state of states) {
    callback.searchParams.set('state', state)
    expect((await open(callback.href)).status).toBe(400)
  }
  callback.searchParams.set('state', `${nonce}.${expiresAt}.${signature}`)
  zalo.clock.now += 86_400_000
  const late = await open(callback.href)
  expect(late).toMatchObject({ status: 400, page: expect.stringContaining('hết hạn') })
  expect(zalo.pairs.size).toBe(0)
  expect(zalo.platform.refreshes()).toBe(0)
})

test.each([
  ['no code, as when the admin declines', { code: '' }],
  ['no account', { oa_id: '' }],
  ['an account that is no number', { oa_id: '<script>' }],
])('%s is told as a refusal', async (_, parameters) => {
  await start()
  const callback = new URL(zalo.platform.consent(createLink(), OTHER))
  for (const [name, value] of Object.entries(parameters)) callback.searchParams.set(name, value)
  const { status, page } = await open(callback.href)
  expect({ status, isRefusal: page.includes('từ chối') }).toEqual({ status: 400, isRefusal: true })
  expect(page).not.toContain('<script>')
})

test('the link names the app and the callback', async () => {
  await start()
  const { link, callback } = createConsentLink(zalo.settings, {
    publicUrl: 'https://loa.example.vn',
    now: 0,
  })
  expect(callback).toBe('https://loa.example.vn/oauth/zalo/callback')
  const { pathname, searchParams } = new URL(link)
  expect(pathname).toBe('/v4/oa/permission')
  expect(searchParams.get('app_id')).toBe(SETTINGS.appId)
  expect(searchParams.get('redirect_uri')).toBe(callback)
})
