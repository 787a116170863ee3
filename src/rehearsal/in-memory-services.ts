import type { Content } from '../bot/content'
import type { TurnServices } from '../bot/turn-services'

/** Where links lead as long as nothing is served. */
const SITE = 'http://localhost:3978'

/** Services of one conversation that ends with the process: for the commands, which need no database. */
export function createInMemoryServices(content: Content, now: () => number): () => TurnServices {
  const state = new Map<string, string>()
  const versions = new Map<string, unknown>()
  return () => ({
    content,
    site: SITE,
    now: now(),
    storage: {
      read: async (keys) =>
        Object.fromEntries(
          keys.flatMap((key) => {
            const value = state.get(key)
            return value === undefined ? [] : [[key, JSON.parse(value)]]
          }),
        ),
      write: async (changes) => {
        for (const [key, value] of Object.entries(changes)) state.set(key, JSON.stringify(value))
      },
      delete: async (keys) => {
        for (const key of keys) state.delete(key)
      },
    },
    flowVersions: {
      read: async (hash) => {
        const definition = versions.get(hash)
        return definition === undefined ? null : { definition }
      },
      save: async ({ hash, definition }) => {
        versions.set(hash, definition)
      },
    },
    erase: async () => {},
  })
}
