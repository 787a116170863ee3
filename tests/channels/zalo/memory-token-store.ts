import type { TokenPair } from '../../../src/channels/zalo/request-tokens'
import type { TokenStore } from '../../../src/channels/zalo/token-store'

/** A token store in memory, open to the tests. */
export function createMemoryTokenStore() {
  const pairs = new Map<string, TokenPair>()
  const faults = { failNextSave: false }
  const last = new Map<string, Promise<unknown>>()

  async function save(account: string, pair: TokenPair) {
    if (faults.failNextSave) {
      faults.failNextSave = false
      throw new Error('the disk is full')
    }
    pairs.set(account, pair)
  }
  function lock<T>(account: string, work: () => Promise<T>): Promise<T> {
    const result = (last.get(account) ?? Promise.resolve()).then(work)
    last.set(
      account,
      result.catch(() => {}),
    )
    return result
  }
  const store: TokenStore = {
    withLock: (account, work) =>
      lock(account, () => work(pairs.get(account) ?? null, (pair) => save(account, pair))),
    replace: (account, pair) => lock(account, () => save(account, pair)),
    read: async (account) => pairs.get(account) ?? null,
    accounts: async () => [...pairs.keys()].sort(),
  }
  return { store, pairs, faults }
}
