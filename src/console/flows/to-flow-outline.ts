import type { Flow } from '../../flows/flow'
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
      ways: waysFrom(step).map(({ by, goto, label }) => ({
        to: goto,
        label: by === 'next' ? (titles.get(label) ?? '') : label,
        isBack: (places.get(goto) ?? 0) <= index,
      })),
      calls: step.choices.flatMap(({ title: choice, call }) =>
        call ? [{ title: choice, flow: call, flowTitle: titleOf(call) }] : [],
      ),
    })),
  }
}
