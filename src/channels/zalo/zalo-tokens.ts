import { SendError } from '../../delivery/send-error'
import { UnreadableError } from '../../storage/create-seal'
import { createPairKeeper, type PairKeeper } from './create-pair-keeper'
import { reconnectNeeded, type TokenPair } from './request-tokens'
import type { TokenStore } from './token-store'
import type { ZaloSettings } from './zalo-settings'

/** Gives access tokens that are good to use, for every official account of the app. */
export interface ZaloTokens {
  /**
   * An account's access token of now, renewed before it expires.
   * @throws SendError `retry` when Zalo was not reached for the first one; `zalo_reconnect_needed`, `pause`, when an
   * admin of the account must consent anew
   */
  get(oaId: string): Promise<string>
  /**
   * A token other than one that Zalo refused; asks Zalo only if nobody else has done so in the meantime.
   * @throws SendError as {@link ZaloTokens.get}
   */
  refresh(oaId: string, staleToken: string): Promise<string>
  /** Takes the pair of a new consent into use. */
  connect(oaId: string, pair: TokenPair): Promise<void>
  /** Renews every stored pair that is due, so that no account is lost because nobody writes to it. Never throws. */
  renewDue(): Promise<void>
  /** Accounts that cannot send until an admin consents anew, as this process knows; the app's id for the settings'. */
  disconnected(): string[]
  /** Whether an account has been connected, or can be by the settings. */
  hasAccount(): Promise<boolean>
}

/** How {@link createZaloTokens} works. */
export type ZaloTokensOptions = {
  store: TokenStore
  settings: Pick<
    ZaloSettings,
    'appId' | 'appSecret' | 'oauthUrl' | 'codeVerifier' | 'refreshToken' | 'oaId'
  >
  /** Epoch milliseconds. */
  now: () => number
  /** Called once each time that an account turns out to need a new consent. */
  onDisconnected?(account: string): void
}

/**
 * The tokens of an app. An account that was connected by the callback has a pair of its own; the pair of the settings'
 * refresh token lies under the app's id and serves the account named there, or else all that have none.
 */
export function createZaloTokens(options: ZaloTokensOptions): ZaloTokens {
  const { store, settings, now, onDisconnected } = options
  const keepers = new Map<string, PairKeeper>()
  /** Accounts whose pair lies under their own id. A pair is never deleted: the store is asked once. */
  const own = new Set<string>()
  const disconnected = new Set<string>()

  function keeperOf(account: string): PairKeeper {
    const isOfSettings = account === settings.appId
    const firstRefreshToken = isOfSettings ? settings.refreshToken : undefined
    const keeper =
      keepers.get(account) ?? createPairKeeper({ account, firstRefreshToken, store, settings, now })
    keepers.set(account, keeper)
    return keeper
  }

  async function findAccount(oaId: string): Promise<string> {
    if (own.has(oaId)) return oaId
    const { refreshToken, appId } = settings
    const isOfSettings = refreshToken !== undefined && (settings.oaId ?? oaId) === oaId
    if (!isOfSettings || (await store.accounts()).includes(oaId)) {
      own.add(oaId)
      return oaId
    }
    return appId
  }

  /** Asks, and notes whether the account still has a consent. */
  async function use(
    account: string,
    ask: (keeper: PairKeeper) => Promise<string>,
  ): Promise<string> {
    const keeper = keeperOf(account)
    try {
      const token = await ask(keeper)
      note(account, keeper.isRefused())
      return token
    } catch (thrown) {
      const error =
        thrown instanceof UnreadableError ? reconnectNeeded(thrown.message, thrown) : thrown
      if (error instanceof SendError && error.policy === 'pause') note(account, true)
      throw error
    }
  }

  function note(account: string, isRefused: boolean): void {
    const isNews = isRefused && !disconnected.has(account)
    if (isRefused) disconnected.add(account)
    else disconnected.delete(account)
    if (isNews) onDisconnected?.(account)
  }

  return {
    get: async (oaId) => use(await findAccount(oaId), (keeper) => keeper.get()),
    refresh: async (oaId, staleToken) =>
      use(await findAccount(oaId), (keeper) => keeper.refresh(staleToken)),
    async connect(oaId, pair) {
      await store.replace(oaId, pair)
      own.add(oaId)
      disconnected.delete(oaId)
    },
    async renewDue() {
      const accounts = await store.accounts().catch(() => [])
      // One after the other: a renewal holds a connection of the database while it waits for Zalo.
      for (const account of accounts) await use(account, (keeper) => keeper.get()).catch(() => {})
    },
    disconnected: () => [...disconnected].sort(),
    hasAccount: async () =>
      settings.refreshToken !== undefined || (await store.accounts()).length > 0,
  }
}
