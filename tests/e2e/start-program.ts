import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { loadContent } from '../../src/bot/load-content'
import { createLocalRunner } from '../../src/rehearsal/create-local-runner'
import { readConfig } from '../../src/server/config'
import { startServer } from '../../src/server/start-server'
import { startMessengerPlatform } from '../stand-ins/messenger-platform'
import { startZaloPlatform } from '../stand-ins/zalo-platform'

/** The secrets that the program and the stand-ins share. */
export const SECRETS = {
  appSecret: 'test_app_secret_0123456789abcdef',
  verifyToken: 'verify-me-please',
  pageToken: 'EAAtest_page_token',
  appId: '1000000000000000001',
  zaloSecret: 'zalo_app_secret',
  oaSecret: 'TEST_OA_SECRET_KEY',
  refreshToken: 'refresh-token-1',
}

/** Loads content in this process: what runs in a thread of its own is the built program. */
const loader = {
  load: async (...sources: Parameters<typeof loadContent>) => loadContent(...sources),
  close: async () => {},
}

/** The environment of a program that talks to the stand-ins. */
export function toEnvironment(messengerUrl: string, zaloUrl: string, databaseUrl: string) {
  return {
    PORT: '0',
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: 'silent',
    MESSENGER_APP_SECRET: SECRETS.appSecret,
    MESSENGER_VERIFY_TOKEN: SECRETS.verifyToken,
    MESSENGER_PAGE_TOKEN: SECRETS.pageToken,
    MESSENGER_API_URL: messengerUrl,
    ZALO_APP_ID: SECRETS.appId,
    ZALO_APP_SECRET: SECRETS.zaloSecret,
    ZALO_OA_SECRET: SECRETS.oaSecret,
    ZALO_REFRESH_TOKEN: SECRETS.refreshToken,
    ZALO_API_URL: zaloUrl,
    ZALO_OAUTH_URL: zaloUrl,
  }
}

/** Starts both platforms' stand-ins. */
export async function startPlatforms() {
  const messenger = await startMessengerPlatform(SECRETS)
  const zalo = await startZaloPlatform({ ...SECRETS, appSecret: SECRETS.zaloSecret })
  return { messenger, zalo, close: () => Promise.all([messenger.close(), zalo.close()]) }
}

/** The whole program in this process, over a database of its own, with the platforms' stand-ins around it. */
export async function startProgram(
  environment: Record<string, string> = {},
  { now }: { now?: () => number } = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'loa-e2e-'))
  const platforms = await startPlatforms()
  const databasePath = join(folder, 'loa.db')
  const config = readConfig({
    ...toEnvironment(platforms.messenger.url, platforms.zalo.url, `file:${databasePath}`),
    ...environment,
  })
  const server = await startServer(config, {
    loader,
    runner: createLocalRunner(),
    logger: pino({ level: 'silent' }),
    ...(now ? { now } : {}),
  })
  return {
    ...platforms,
    url: `http://127.0.0.1:${server.port}`,
    databasePath,
    server,
    async stop() {
      await server.stop()
      await platforms.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
