import { SendError } from '../../delivery/send-error'
import { reconnectNeeded, requestTokens, type TokenPair } from './request-tokens'
import type { TokenStore } from './token-store'
import type { ZaloOAuthSettings } from './zalo-settings'

/** Keeps one grant's pair good; see {@link createPairKeeper}. */
export type PairKeeper = {
  /**
   * The access token of now, renewed before it expires. When that fails the old one goes on: it has a fifth of its life
   * left, in which Zalo may come back or an admin may consent anew.
   * @throws SendError as {@link PairKeeper.refresh}
   */
  get(): Promise<string>
  /**
   * A token other than one that Zalo refused; asks Zalo only if nobody else has done so in the meantime.
   * @throws SendError `retry` when Zalo was not reached; `zalo_reconnect_needed` when it refuses the refresh token
   */
  refresh(staleToken: string): Promise<string>
  /** Whether Zalo refused the refresh token when it was last used, so that an admin must consent anew. */
  isRefused(): boolean
}

/** How a {@link PairKeeper} works. */
export type PairKeeperOptions = {
  /** Under which the pair lies in the store. */
  account: string
  /** Where the first pair comes from, and the next if the stored one is refused and this one is another. */
  firstRefreshToken?: string | undefined
  store: TokenStore
  settings: ZaloOAuthSettings
  /** Epoch milliseconds. */
  now: () => number
}

/** How long a renewal that failed is left alone; the old token has a fifth of its life left. */
const NEXT_TRY_MS = 60_000

/** Keeps the pair of one consent: one renewal at a time in this process, and by the store's lock in all of them. */
export function createPairKeeper(options: PairKeeperOptions): PairKeeper {
  const { account, firstRefreshToken, store, settings, now } = options
  let nextTry = 0
  let refused = false
  let running: Promise<string> | undefined
  /** A pair that could not be stored: without it the account would have to be connected again. */
  let unsaved: TokenPair | undefined

  const isFresh = (pair: TokenPair) => now() < pair.expiresAt
  const isRefusal = (error: unknown) => error instanceof SendError && error.policy === 'pause'

  function renew(isGood: (pair: TokenPair) => boolean): Promise<string> {
    running ??= store
      .withLock(account, async (pair, save) => {
        const good = pair && isGood(pair) ? pair : (unsaved ?? (await requestAfter(pair)))
        if (good !== pair) {
          unsaved = good
          await save(good)
        }
        unsaved = undefined
        refused = false
        return good.accessToken
      })
      .catch((error: unknown) => {
        refused ||= isRefusal(error)
        throw error
      })
      .finally(() => {
        running = undefined
      })
    return running
  }

  async function requestAfter(pair: TokenPair | null): Promise<TokenPair> {
    const refreshToken = pair?.refreshToken ?? firstRefreshToken
    if (!refreshToken) throw reconnectNeeded('the account has never been connected')
    try {
      return await requestTokens({ refreshToken }, { settings, now: now() })
    } catch (error) {
      const hasAnother = firstRefreshToken && refreshToken !== firstRefreshToken
      if (!isRefusal(error) || !hasAnother) throw error
      return requestTokens({ refreshToken: firstRefreshToken }, { settings, now: now() })
    }
  }

  return {
    async get() {
      const pair = await store.read(account)
      if (!pair) return renew(() => true)
      if (isFresh(pair)) refused = false
      if (isFresh(pair) || now() < nextTry) return pair.accessToken
      try {
        return await renew(isFresh)
      } catch (error) {
        if (!(error instanceof SendError)) throw error
        nextTry = now() + NEXT_TRY_MS
        return pair.accessToken
      }
    },
    isRefused: () => refused,
    refresh: (staleToken) => renew((stored) => stored.accessToken !== staleToken),
  }
}
