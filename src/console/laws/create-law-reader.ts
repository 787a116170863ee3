import type { Content } from '../../bot/content'
import { linkCountTable } from '../../storage/link-count-table'
import { type LawDocument, readLawGraph } from './law-graph'
import type { LawsOptions } from './laws-options'
import { type PrintedLink, toPrintedLinks } from './to-printed-links'

/** A document with the links that were handed out of what rests on it. */
export type ReadLaw = { document: LawDocument; links: PrintedLink[] }

/** Finds documents in what is served, and what was handed out of it. What is served is read once. */
export function createLawReader({ database, served }: Pick<LawsOptions, 'database' | 'served'>) {
  let known: { content: Content; laws: ReadonlyMap<string, LawDocument> } | null = null

  function readLaws(content: Content): ReadonlyMap<string, LawDocument> {
    if (known?.content !== content) known = { content, laws: readLawGraph(content) }
    return known.laws
  }

  async function readAll(ids: readonly string[] | null): Promise<ReadLaw[]> {
    const { content } = served()
    const laws = readLaws(content)
    const documents = ids ? ids.flatMap((id) => laws.get(id) ?? []) : [...laws.values()]
    const used = await linkCountTable(database.kysely).sum('')
    return documents.map((document) => ({
      document,
      links: toPrintedLinks(document.items, used, content.knowledge),
    }))
  }

  return {
    /** Every document on which something rests, the one with most first. */
    async list(): Promise<ReadLaw[]> {
      const size = ({ document, links }: ReadLaw) => document.items.length + links.length
      return (await readAll(null)).filter((law) => size(law) > 0).sort((a, b) => size(b) - size(a))
    },

    /** A document by its id; null where nothing rests on such a one. */
    async read(id: string): Promise<ReadLaw | null> {
      return (await readAll([id]))[0] ?? null
    },
  }
}
