import { setUpZaloBot } from '../../src/cli/set-up-zalo-bot'
import { readConfig } from '../../src/server/config'
import { startZaloBotPlatform, type ZaloBotPlatform } from '../stand-ins/zalo-bot-platform'

const ADDRESS = 'https://loa.example.vn/webhooks/zalo-bot'
const token = '12345689:abc-xyz'

let platform: ZaloBotPlatform
beforeEach(async () => {
  platform = await startZaloBotPlatform({ token })
})
afterEach(() => platform.close())

const configWith = (other: Record<string, string> = {}) =>
  readConfig({
    PUBLIC_URL: 'https://loa.example.vn',
    ZALO_BOT_TOKEN: token,
    ZALO_BOT_SECRET: 'secret of the webhook',
    ZALO_BOT_API_URL: platform.url,
    ...other,
  })

test('registers the webhook with its secret', async () => {
  await expect(setUpZaloBot(configWith(), { isDryRun: false })).resolves.toEqual([
    `registered ${ADDRESS}`,
  ])
  expect(platform.webhook()).toEqual({ url: ADDRESS, secret_token: 'secret of the webhook' })
})

test('a dry run tells the address and no secret, and calls nobody', async () => {
  const lines = await setUpZaloBot(configWith(), { isDryRun: true })
  expect(lines.join()).toContain(ADDRESS)
  expect(lines.join()).not.toContain('secret of the webhook')
  expect(platform.webhook()).toBeNull()
})

test.each<[string, Record<string, string>, RegExp]>([
  ['no variables', { ZALO_BOT_TOKEN: '', ZALO_BOT_SECRET: '' }, /ZALO_BOT_TOKEN/],
  ['an address without https', { PUBLIC_URL: 'http://loa.example.vn' }, /https/],
  ['a token that is refused', { ZALO_BOT_TOKEN: '999:another' }, /401 Unauthorized/],
  ['a platform that is not there', { ZALO_BOT_API_URL: 'http://127.0.0.1:1' }, /network_error/],
])('says what to do about %s', async (_, other, message) => {
  const setUp = setUpZaloBot(configWith(other), { isDryRun: false })
  await expect(setUp).rejects.toThrow(message)
  await expect(setUp).rejects.not.toThrow(/999:another/)
})
