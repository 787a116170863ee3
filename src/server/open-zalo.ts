import type { Router } from 'express'
import type { Logger } from 'pino'
import { createZaloRoutes } from '../channels/zalo/create-zalo-routes'
import type { ConsentTexts } from '../channels/zalo/render-consent-page'
import type { TokenStore } from '../channels/zalo/token-store'
import { ZaloAdapter } from '../channels/zalo/zalo-adapter'
import type { ZaloSettings } from '../channels/zalo/zalo-settings'
import { createZaloTokens, type ZaloTokens } from '../channels/zalo/zalo-tokens'
import { UnreadableError } from '../storage/create-seal'
import type { Config } from './config'
import type { TokenLife } from './create-vitals'

/** Zalo's official accounts beside their webhook: what connects them and keeps them connected. */
export type Zalo = {
  adapter: ZaloAdapter
  tokens: ZaloTokens
  router: Router
  /** When each account's token is due; one that cannot be read long was. @throws {Error} when the database is gone */
  readTokenLives(): Promise<TokenLife[]>
  /** Renews tokens from now on, also those of accounts that nobody writes to. */
  start(): void
  stop(): void
}

/** What {@link openZalo} needs beside the configuration. */
export type ZaloOptions = {
  store: TokenStore
  texts: () => ConsentTexts
  logger: Logger
  /** Epoch milliseconds. */
  now: () => number
}

/** Tokens are renewed five hours before they end: to look every ten minutes leaves thirty tries. */
const RENEW_MS = 600_000

/** Makes the Zalo channel; null where it is off. */
export function openZalo(config: Config, { store, texts, logger, now }: ZaloOptions): Zalo | null {
  const settings = readZaloSettings(config)
  if (!settings) return null
  const tokens = createZaloTokens({
    store,
    settings,
    now,
    onDisconnected: (account) =>
      logger.error(
        { channel: 'zalo', account },
        'the account cannot send until an admin connects it: npm run channels -- connect zalo',
      ),
  })
  let timer: NodeJS.Timeout | undefined
  return {
    adapter: new ZaloAdapter(settings, { tokens, now }),
    tokens,
    router: createZaloRoutes({
      settings,
      tokens,
      texts,
      now,
      onConsent: (outcome) => logger.info({ channel: 'zalo', ...outcome }, 'consent'),
    }),
    readTokenLives: async () =>
      Promise.all((await store.accounts()).map((account) => readTokenLife(store, account))),
    start() {
      void tokens.renewDue()
      timer = setInterval(() => void tokens.renewDue(), RENEW_MS)
    },
    stop: () => clearInterval(timer),
  }
}

async function readTokenLife(store: TokenStore, account: string): Promise<TokenLife> {
  const life = { channel: 'zalo', account, dueAt: 0 }
  try {
    return { ...life, dueAt: (await store.read(account))?.expiresAt ?? 0 }
  } catch (error) {
    if (error instanceof UnreadableError) return life
    throw error
  }
}

/** The settings of the Zalo channel; null where it is off. */
export function readZaloSettings({ environment, channels }: Config): ZaloSettings | null {
  const { ZALO_APP_ID: appId, ZALO_APP_SECRET: appSecret, ZALO_OA_SECRET: oaSecrets } = environment
  if (!channels.zalo.on || !appId || !appSecret || !oaSecrets) return null
  return {
    appId,
    appSecret,
    oaSecrets,
    refreshToken: environment.ZALO_REFRESH_TOKEN,
    oaId: environment.ZALO_OA_ID,
    codeVerifier: environment.ZALO_CODE_VERIFIER,
    apiUrl: environment.ZALO_API_URL,
    oauthUrl: environment.ZALO_OAUTH_URL,
  }
}
