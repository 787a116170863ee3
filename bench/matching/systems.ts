import Fuse from 'fuse.js'
import MiniSearch from 'minisearch'
import { NlpManager } from 'node-nlp'
import { createMatcher, type MatcherInput } from '../../src/matching/create-matcher'
import { fold } from '../../src/text/fold'

/** A way to find what a message means: learns the intents, then names the likeliest, best first. */
export type System = {
  name: string
  learn(input: MatcherInput): Promise<(text: string) => Promise<string[]>>
}

type Row = { text: string; topic: string }

const TOPICS_NAMED = 5

/** Ours, and what one would take otherwise, each as its documentation says. */
export const SYSTEMS: readonly System[] = [
  {
    name: 'Loa',
    learn: async (input) => {
      const matcher = createMatcher(input)
      return async (text) => matcher.match(text).candidates.map(({ topic }) => topic)
    },
  },
  {
    name: 'fuse.js',
    learn: async (input) => {
      const fuse = new Fuse(rowsOf(input), { keys: ['text'] })
      return async (text) => topicsOf(fuse.search(text).map(({ item }) => item))
    },
  },
  {
    name: 'fuse.js tokens',
    learn: async (input) => {
      const rows = rowsOf(input).map((row) => ({ ...row, text: fold(row.text) }))
      const fuse = new Fuse(rows, { keys: ['text'], useTokenSearch: true, ignoreDiacritics: true })
      return async (text) => topicsOf(fuse.search(fold(text)).map(({ item }) => item))
    },
  },
  {
    name: 'MiniSearch',
    learn: async (input) => {
      const search = new MiniSearch({
        fields: ['text'],
        storeFields: ['topic'],
        processTerm: (term) => fold(term),
        searchOptions: { fuzzy: 0.2 },
      })
      search.addAll(rowsOf(input).map((row, id) => ({ id, ...row })))
      return async (text) => topicsOf(search.search(text) as unknown as Row[]) // the stored fields
    },
  },
  {
    name: 'nlp.js',
    learn: async (input) => {
      const manager = new NlpManager({ languages: ['vi'], autoSave: false, nlu: { log: false } })
      for (const { text, topic } of rowsOf(input)) manager.addDocument('vi', text, topic)
      await manager.train()
      return async (text) => {
        const { classifications } = await manager.process('vi', text)
        return classifications.slice(0, TOPICS_NAMED).map(({ intent }) => intent)
      }
    },
  },
]

function rowsOf({ intents }: MatcherInput): Row[] {
  return intents.flatMap(({ id, examples }) => examples.map((text) => ({ text, topic: id })))
}

function topicsOf(rows: readonly Row[]): string[] {
  return [...new Set(rows.map(({ topic }) => topic))].slice(0, TOPICS_NAMED)
}
