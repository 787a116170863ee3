import type { Ask, Flow } from '../../flows/flow'
import { waysFrom } from '../../flows/ways-from'

/** A step as the diagram and the list show it. */
export type OutlineStep = {
  id: string
  /** The step in a sentence. */
  short: string
  end: boolean
  /** Where it leads, and by what; `isBack` where that is a step before it. */
  ways: { to: string; label: string; isBack: boolean }[]
  /** Guides that its choices walk first. */
  calls: { title: string; flow: string; flowTitle: string }[]
}

/** How a guide hangs together, without what it says. */
export type FlowOutline = {
  id: string
  title: string
  version: number
  /** Begun in the middle of other guides. */
  returns: boolean
  steps: OutlineStep[]
}

/** The outline of a guide. @param titleOf what another guide is called */
export function toFlowOutline(flow: Flow, titleOf: (id: string) => string): FlowOutline {
  const { id, title, version, returns, steps } = flow
  const places = new Map(steps.map((step, index) => [step.id, index]))
  const titles = new Map(
    steps.flatMap((step) => step.choices.map((one) => [`${step.id}: ${one.id}`, one.title])),
  )
  return {
    id,
    title,
    version,
    returns,
    steps: steps.map((step, index) => ({
      id: step.id,
      short: step.short,
      end: step.end,
      ways: [
        ...waysFrom({ ...step, ask: undefined }).map(({ by, goto, label }) => ({
          to: goto,
          label: by === 'next' ? (titles.get(label) ?? '') : label,
        })),
        ...(step.ask?.ways ?? []).map(({ goto, ...range }) => ({
          to: goto,
          label: nameRange(step.ask?.kind, range),
        })),
      ].map((way) => ({ ...way, isBack: (places.get(way.to) ?? 0) <= index })),
      calls: step.choices.flatMap(({ title: choice, call }) =>
        call ? [{ title: choice, flow: call, flowTitle: titleOf(call) }] : [],
      ),
    })),
  }
}

/** Values that are typed, in words: `đến 13 tuổi`, `có`. */
function nameRange(
  kind: Ask['kind'] | undefined,
  { from, to }: { from?: number | undefined; to?: number | undefined },
): string {
  if (kind === 'yes-no') {
    if (from === 1) return 'có'
    return to === 0 ? 'không' : 'có, không'
  }
  const unit = kind === 'age' ? 'tuổi' : 'ngày nữa'
  const bounds = [from === undefined ? [] : [`từ ${from}`], to === undefined ? [] : [`đến ${to}`]]
  return [...bounds.flat(), unit].join(' ')
}
