import type { TokenPair } from '../../../src/channels/zalo/request-tokens'
import type { TokenStore } from '../../../src/channels/zalo/zalo-tokens'

/** A token store in memory, with its one pair open to the tests. */
export function createMemoryTokenStore() {
  const state: { pair: TokenPair | null; failNextSave: boolean } = {
    pair: null,
    failNextSave: false,
  }
  let last: Promise<unknown> = Promise.resolve()
  const save = async (pair: TokenPair) => {
    if (state.failNextSave) {
      state.failNextSave = false
      throw new Error('the disk is full')
    }
    state.pair = pair
  }
  const store: TokenStore = {
    withLock(_, work) {
      const result = last.then(() => work(state.pair, save))
      last = result.catch(() => {})
      return result
    },
    read: async () => state.pair,
  }
  return { store, state }
}
