import { SendError } from '../../delivery/send-error'
import { requestTokens, type TokenPair } from './request-tokens'
import type { ZaloSettings } from './zalo-settings'

/**
 * Keeps a token pair safe between processes. The refresh token works once: who uses it must be alone, and must have
 * stored what it gave before using that.
 */
export interface TokenStore {
  /**
   * Runs `work` while no other process does the same for this account; the lock outlives two calls of 10 s.
   * `work` gets the pair as it is stored now, `null` at first, and `save`, which has stored a new one durably when it
   * resolves, whatever `work` does afterwards.
   */
  withLock<T>(
    account: string,
    work: (pair: TokenPair | null, save: (pair: TokenPair) => Promise<void>) => Promise<T>,
  ): Promise<T>
  /** The pair as stored, without waiting for anyone. */
  read(account: string): Promise<TokenPair | null>
}

/** Gives access tokens that are good to use. */
export interface AccessTokens {
  /**
   * The access token of now, renewed before it expires. When Zalo is not reached for that, the old one goes on.
   * @throws SendError as {@link AccessTokens.refresh}
   */
  get(): Promise<string>
  /**
   * A token other than one that Zalo refused; asks Zalo only if nobody else has done so in the meantime.
   * @throws SendError `retry` when Zalo was not reached; `zalo_reconnect_needed`, `pause`, when it refuses the refresh
   * token and an admin of the account must consent anew
   */
  refresh(staleToken: string): Promise<string>
}

/** How long a renewal that failed is left alone; the old token has a fifth of its life left. */
const NEXT_TRY_MS = 60_000

/**
 * Access tokens of one app's official account by the pair in the store. The first pair comes from the refresh token
 * in the settings. So does the next when Zalo refuses the stored one and the settings' is another: an admin has
 * reconnected the account.
 *
 * @param options.now epoch milliseconds
 */
export function createAccessTokens({
  store,
  settings,
  now,
}: {
  store: TokenStore
  settings: Pick<ZaloSettings, 'appId' | 'appSecret' | 'oauthUrl' | 'refreshToken'>
  now: () => number
}): AccessTokens {
  const account = settings.appId
  let nextTry = 0
  let running: Promise<string> | undefined
  /** A pair that could not be stored: without it the account would have to be connected again. */
  let unsaved: TokenPair | undefined

  const isFresh = (pair: TokenPair) => now() < pair.expiresAt

  /** One renewal at a time in this process, and by the lock in all of them. */
  function renew(isGood: (pair: TokenPair) => boolean): Promise<string> {
    running ??= store
      .withLock(account, async (pair, save) => {
        if (pair && isGood(pair)) {
          unsaved = undefined
          return pair.accessToken
        }
        unsaved ??= await requestWith(pair?.refreshToken ?? settings.refreshToken)
        const renewed = unsaved
        await save(renewed)
        unsaved = undefined
        return renewed.accessToken
      })
      .finally(() => {
        running = undefined
      })
    return running
  }

  async function requestWith(refreshToken: string): Promise<TokenPair> {
    try {
      return await requestTokens(refreshToken, { settings, now: now() })
    } catch (error) {
      const isRefused = error instanceof SendError && error.policy === 'pause'
      if (!isRefused || refreshToken === settings.refreshToken) throw error
      return requestTokens(settings.refreshToken, { settings, now: now() })
    }
  }

  return {
    async get() {
      const pair = await store.read(account)
      if (!pair) return renew(() => true)
      if (isFresh(pair) || now() < nextTry) return pair.accessToken
      try {
        return await renew(isFresh)
      } catch (error) {
        if (!(error instanceof SendError && error.policy === 'retry')) throw error
        nextTry = now() + NEXT_TRY_MS
        return pair.accessToken
      }
    },
    refresh: (staleToken) => renew((stored) => stored.accessToken !== staleToken),
  }
}
