import type { Content } from '../../bot/content'
import type { Flow } from '../../flows/flow'
import type { ShownCount } from '../../insights/shown-count'
import { toLeast } from '../../insights/shown-count'
import type { Funnel } from '../../insights/to-funnel'
import type { DraftState, EntryDraft } from '../../storage/draft-table'

/** A guide in the list. */
export type FlowRow = {
  id: string
  title: string
  version: number
  /** Begun in the middle of other guides. */
  returns: boolean
  steps: number
  draft: { state: DraftState; author: string } | null
  /** People lately, of all versions. */
  begun: ShownCount
  finished: ShownCount
}

/** The guides that are served, those that people begin by themselves first. */
export async function listFlows(
  { flows }: Content,
  drafts: readonly (EntryDraft & { id: string })[],
  readFunnels: (flow: Flow) => Promise<Funnel[]>,
): Promise<FlowRow[]> {
  const open = new Map(drafts.map(({ id, state, author }) => [id, { state, author }]))
  const rows = await Promise.all(
    [...flows.values()].map(async ({ flow }): Promise<FlowRow> => {
      const { id, title, version, returns, steps } = flow
      const funnels = await readFunnels(flow)
      const reached = funnels.flatMap((funnel) => {
        return funnel.steps.find((step) => step.id === steps[0]?.id)?.reached ?? []
      })
      return {
        id,
        title,
        version,
        returns,
        steps: steps.length,
        draft: open.get(id) ?? null,
        begun: sumShown(reached),
        finished: sumShown(funnels.map(({ completed }) => completed)),
      }
    }),
  )
  return [...rows.filter(({ returns }) => !returns), ...rows.filter(({ returns }) => returns)]
}

/** The sum of numbers as they are shown, so that it tells nothing that they do not. */
function sumShown(parts: readonly ShownCount[]): ShownCount {
  const [only] = parts
  if (parts.length === 1 && only !== undefined) return only
  const least = parts.map(toLeast).reduce((all, one) => all + one, 0)
  return parts.every((part) => typeof part === 'number') ? least : { from: least }
}
