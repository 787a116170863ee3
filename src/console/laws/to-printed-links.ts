import { followRedirects } from '../../knowledge/follow-redirects'
import type { KnowledgeBase } from '../../knowledge/knowledge-base'
import { toLinkPath } from '../../knowledge/link'
import type { CountedLink } from '../../storage/link-count-table'
import type { RestingItem } from './law-graph'

/** A link of an answer or a guide that was handed out: somebody has used it since, at a place or by a unit. */
export type PrintedLink = {
  kind: 'topic' | 'flow'
  /** Of the entry or guide. */
  id: string
  /** `/t/chip`. */
  path: string
  title: string
  owner: string
  /** Where it was put up, and by whom: `Áp phích, Phường Mẫu`. */
  places: string[]
  /** Where the papers are made anew: `/share/t/chip?u=phuong-mau`, for each unit. */
  kits: string[]
}

/**
 * The links that were handed out of what rests on a document. Nothing tells what was printed and never used; old ids
 * count for what is told in their place.
 */
export function toPrintedLinks(
  items: readonly Pick<RestingItem, 'kind' | 'id' | 'title' | 'owner'>[],
  used: readonly CountedLink[],
  { redirects, units, messages }: Pick<KnowledgeBase, 'redirects' | 'units' | 'messages'>,
): PrintedLink[] {
  const handed = used
    .filter(({ unit, place }) => unit !== '' || place !== '')
    .map((link) => ({ ...link, id: followRedirects(redirects, link)?.to ?? link.id }))
  const placeNames: Readonly<Record<string, string>> = messages.link_uses.places
  const nameOf = (code: string) => units.units.find((unit) => unit.code === code)?.name ?? code
  return items.flatMap(({ kind, id, title, owner }) => {
    if (kind === 'note') return []
    const links = handed.filter((link) => link.kind === kind && link.id === id)
    if (links.length === 0) return []
    const path = toLinkPath({ kind, id, unit: '', place: '' })
    const places = links.map(({ unit, place }) =>
      [placeNames[place] ?? '', unit && nameOf(unit)].filter(Boolean).join(', '),
    )
    const kits = links.map(({ unit }) => `/share${toLinkPath({ kind, id, unit, place: '' })}`)
    return [{ kind, id, path, title, owner, places: distinct(places), kits: distinct(kits) }]
  })
}

const distinct = (texts: readonly string[]) => [...new Set(texts)].sort()
