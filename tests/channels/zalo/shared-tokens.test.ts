import { createZaloTokens } from '../../../src/channels/zalo/zalo-tokens'
import type { Database } from '../../../src/storage/open-database'
import { tokenTable } from '../../../src/storage/token-table'
import { startZaloPlatform, type ZaloPlatform } from '../../stand-ins/zalo-platform'
import { OA } from '../../stand-ins/zalo-webhooks'
import { describeOnPostgres } from '../../storage/databases'
import { SETTINGS } from './zalo-fixture'

const HOUR = 3_600_000

describeOnPostgres('processes that share an account', (use) => {
  let platform: ZaloPlatform
  const clock = { now: 1760000000000 }
  const now = () => clock.now
  beforeEach(async () => {
    platform = await startZaloPlatform(SETTINGS)
  })
  afterEach(() => platform.close())

  const createTokens = (database: Database) =>
    createZaloTokens({
      store: tokenTable(database, 'zalo', { now }),
      settings: { ...SETTINGS, oauthUrl: platform.url },
      now,
    })

  test('use each refresh token once, however many renew at the same time', async () => {
    const processes = [use.database, await use.server.open(), await use.server.open()]
    const all = processes.map(createTokens)
    const getAll = () => Promise.all([...all, ...all].map((tokens) => tokens.get(OA)))
    expect(new Set(await getAll())).toEqual(new Set(['access-1']))
    for (let round = 2; round <= 6; round++) {
      clock.now += 20 * HOUR
      expect(new Set(await getAll())).toEqual(new Set([`access-${round}`]))
    }
    platform.expireAccessToken()
    const refreshed = await Promise.all(all.map((tokens) => tokens.refresh(OA, 'access-6')))
    expect(new Set(refreshed)).toEqual(new Set(['access-7']))
    expect(platform.refreshes()).toBe(7)
  })
})
