import { randomInt } from 'node:crypto'
import type { Content } from '../bot/content'
import type { TurnServices } from '../bot/turn-services'
import type { Bulletin } from '../knowledge/bulletin'
import { CARRY_CODE_LENGTH, createShortCode, RECEIPT_CODE_LENGTH } from '../text/short-code'

/** Where links lead as long as nothing is served. */
const SITE = 'http://localhost:3978'

/** Services of one conversation that ends with the process: for the commands, which need no database. */
export function createInMemoryServices(
  content: Content,
  now: () => number,
  bulletins: readonly Bulletin[] = [],
): () => TurnServices {
  const state = new Map<string, string>()
  const versions = new Map<string, unknown>()
  const carried = new Map<string, string>()
  return () => ({
    content,
    bulletins,
    site: SITE,
    now: now(),
    limits: null,
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
    codes: {
      findRef: async () => null,
      carry: async (guides) => {
        const code = createShortCode(CARRY_CODE_LENGTH, randomInt)
        carried.set(code, JSON.stringify(guides))
        return code
      },
      take: async (code) => {
        const guides = carried.get(code)
        carried.delete(code)
        return guides === undefined ? null : JSON.parse(guides)
      },
    },
    erase: async () => ({
      code: createShortCode(RECEIPT_CODE_LENGTH, randomInt),
      counts: { messages: 0, replies: 0 },
    }),
  })
}
