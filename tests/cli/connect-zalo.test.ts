import { connectZalo } from '../../src/cli/connect-zalo'
import { readConfig } from '../../src/server/config'

const environment = {
  PUBLIC_URL: 'https://loa.example.vn/',
  ZALO_APP_ID: '1000000000000000001',
  ZALO_APP_SECRET: 'the secret of the app',
  ZALO_OA_SECRET: 'the key of the webhook',
}

test('prints the link, where it leads back to and until when it is good, and no secret', () => {
  const said = connectZalo(readConfig(environment), Date.UTC(2026, 0, 1)).join('\n')
  expect(said).toContain('https://oauth.zaloapp.com/v4/oa/permission?app_id=1000000000000000001&')
  expect(said).toContain('https://loa.example.vn/oauth/zalo/callback')
  expect(said).toContain('2026-01-02T00:00:00')
  expect(said).not.toContain('secret of the app')
})

test.each([
  ['PUBLIC_URL', { ...environment, PUBLIC_URL: '' }],
  ['ZALO_APP_ID', { PUBLIC_URL: environment.PUBLIC_URL }],
])('says that %s is missing', (name, without) => {
  expect(() => connectZalo(readConfig(without), 0)).toThrow(name)
})
