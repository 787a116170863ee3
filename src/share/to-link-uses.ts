import { type Link, toRef } from '../knowledge/link'
import type { LinkCount, LinkEvent } from '../storage/link-count-table'

/** Below this a number might be about someone whom one knows. */
export const LEAST_TOLD = 5

/** What became of a link. `null`: something, but too little to be told; 0: nothing. */
export type LinkUse = { link: Link; uses: Record<LinkEvent, number | null> }

/** The counts link by link, the most opened first, with small numbers hidden. */
export function toLinkUses(counts: readonly LinkCount[]): LinkUse[] {
  const byLink = new Map<string, { link: Link; sums: Record<LinkEvent, number> }>()
  for (const { event, count, ...link } of counts) {
    const sums = { opened: 0, asked: 0, useful: 0, started: 0, finished: 0 }
    const entry = byLink.get(toRef(link)) ?? { link, sums }
    entry.sums[event] += count
    byLink.set(toRef(link), entry)
  }
  const hide = (count: number) => (count > 0 && count < LEAST_TOLD ? null : count)
  const size = ({ uses }: LinkUse) =>
    Object.values(uses).reduce<number>((sum, one) => sum + (one ?? 0), 0)
  return (
    [...byLink.values()]
      .map(({ link, sums: { opened, asked, useful, started, finished } }) => ({
        link,
        uses: {
          opened: hide(opened),
          asked: hide(asked),
          useful: hide(useful),
          started: hide(started),
          finished: hide(finished),
        },
      }))
      // By what is told: the order tells nothing of what is hidden.
      .sort((a, b) => size(b) - size(a) || (toRef(a.link) < toRef(b.link) ? -1 : 1))
  )
}
