import type { PageKind } from './redirects'
import { idSchema } from './topic'

/**
 * Where a link was put up or sent. The list is closed, so that a link tells a kind of place and never a person, and
 * nobody fills the counts by making up places.
 */
export const LINK_PLACES = ['zalo', 'fb', 'poster', 'card', 'loa', 'doc', 'chat'] as const

/** A link that officials forward: what it opens, which unit gave it out, and where. Empty texts where it does not say. */
export type Link = { kind: PageKind; id: string; unit: string; place: string }

const PREFIXES = { topic: 't', flow: 'g' } as const
const SEPARATOR = '_'
/** Room for the longest ids; Messenger takes 2,083 characters. */
const MAX_REF_LENGTH = 200

/** `/t/<topic>` or `/g/<flow>` with `?u=<unit>&l=<place>` where the link says them. */
export function toLinkPath({ kind, id, unit, place }: Link): string {
  const query = new URLSearchParams({ ...(unit && { u: unit }), ...(place && { l: place }) })
  return `/${PREFIXES[kind]}/${id}${query.size > 0 ? `?${query}` : ''}`
}

/** The unit and place that an address names; whatever is no code is as if it were not there. */
export function readLinkQuery({
  u,
  l,
}: {
  u?: unknown
  l?: unknown
}): Pick<Link, 'unit' | 'place'> {
  return {
    unit: idSchema.safeParse(u).data ?? '',
    place: LINK_PLACES.find((one) => one === l) ?? '',
  }
}

/**
 * The link as a platform hands it on when a conversation begins from it (m.me's `ref`): `t_chip-no-tracking_phuong-mau_poster`.
 * Ids hold no underscore.
 */
export function toRef({ kind, id, unit, place }: Link): string {
  return [PREFIXES[kind], id, unit, place].join(SEPARATOR).replace(/_+$/, '')
}

/** Reads a ref back; a bare id is a topic. Null for anything else: it comes from outside and is not believed. */
export function readRef(ref: unknown): Link | null {
  if (typeof ref !== 'string' || ref.length > MAX_REF_LENGTH) return null
  const [prefix = '', id, u, l, ...more] = ref.split(SEPARATOR)
  if (id === undefined) return toLink('topic', prefix, {})
  const kind = (['topic', 'flow'] as const).find((one) => PREFIXES[one] === prefix)
  return kind && more.length === 0 ? toLink(kind, id, { u, l }) : null
}

/** What a platform hands on of a link to a code that takes a guide up elsewhere: `c_KMPXTR`. */
export const toCarryRef = (code: string) => `c${SEPARATOR}${code}`

/** The code of such a ref; null for any other. */
export function readCarryRef(ref: string): string | null {
  return /^c_([A-Z]{4,10})$/.exec(ref)?.[1] ?? null
}

function toLink(kind: PageKind, id: string, query: { u?: unknown; l?: unknown }): Link | null {
  return idSchema.safeParse(id).success ? { kind, id, ...readLinkQuery(query) } : null
}
