import type { TokenPair } from './request-tokens'

/**
 * Keeps token pairs safe between processes. A refresh token works once: who uses it must be alone, and must have
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
  /** Stores the pair of a new consent, whatever was there, when nobody renews it. */
  replace(account: string, pair: TokenPair): Promise<void>
  /** Every account that has a pair. */
  accounts(): Promise<string[]>
}
