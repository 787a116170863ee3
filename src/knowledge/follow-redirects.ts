import { movedId, type PageKind, type Redirect } from './redirects'

/** Where an old id has gone. `to` is null for what was deleted; `since` is the day of its own entry. */
export type Moved = { to: string | null; since: string; note?: string | undefined }

/**
 * Follows the redirects from an old id to the last, so that a topic that was renamed twice is still found. Null where
 * nothing is known of the id, or the redirects go in a circle, which the check refuses.
 */
export function followRedirects(
  redirects: readonly Redirect[],
  { kind, id }: { kind: PageKind; id: string },
): Moved | null {
  const find = (old: string) =>
    redirects.find((redirect) => {
      const moved = movedId(redirect)
      return moved.kind === kind && moved.id === old
    })
  const first = find(id)
  let last = first
  for (let steps = 0; last?.to !== undefined; steps++) {
    if (steps > redirects.length) return null
    const next = find(last.to)
    if (!next) break
    last = next
  }
  return first && last ? { to: last.to ?? null, since: first.on, note: last.note } : null
}
