import type { Choice, Flow, FlowStep } from '../flows/flow'
import { type Link, toLinkPath } from '../knowledge/link'
import { fillMessage } from '../knowledge/messages'
import type { PageWords } from '../knowledge/page-words'
import { type Html, html } from '../text/html'
import type { Visit } from './page-context'

/** Where a step stands: in its guide, whose main path is `main`, and before which step of it. */
export type StepSurroundings = {
  flow: Flow
  visit: Visit
  main: readonly string[]
  after: string | undefined
}

/** Where a step leads besides the one that stands below it: by a choice, by an age, or when it is done. */
export function renderWays(step: FlowStep, { flow, visit, main, after }: StepSurroundings): Html[] {
  const { pages } = visit.knowledge.messages
  const toStep = (label: string, id: string) => {
    const short = flow.steps.find((one) => one.id === id)?.short ?? ''
    const number = main.indexOf(id) + 1
    const step = number > 0 ? `${fillMessage(pages.step, { number })}. ` : ''
    return html`<p class="case">${label} <a href="#${id}">${step + short}</a></p>`
  }
  const toGuide = (choice: Choice) => {
    const guide = visit.flows.get(choice.call ?? '')?.flow
    if (!guide) return []
    const link: Link = { kind: 'flow', id: guide.id, ...visit.from }
    const label = fillMessage(pages.case, { choice: choice.title })
    return [html`<p class="case">${label} <a href="${toLinkPath(link)}">${guide.title}</a></p>`]
  }
  return [
    ...step.choices.flatMap((choice) => {
      if (choice.call) return toGuide(choice)
      if (!choice.goto || choice.goto === after) return []
      return [toStep(fillMessage(pages.case, { choice: choice.title }), choice.goto)]
    }),
    ...toTypedWays(step, pages).map(({ label, goto }) => toStep(label, goto)),
    ...toNextWays(step, flow, pages)
      .filter(({ goto }) => goto !== after)
      .map(({ label, goto }) => toStep(label, goto)),
  ]
}

type LabelledWay = { label: string; goto: string }

/** The ways of what is typed; "yes" and "no" stand as choices beside and need no line of their own. */
function toTypedWays({ ask }: FlowStep, pages: PageWords): LabelledWay[] {
  if (!ask || ask.kind === 'yes-no') return []
  return ask.ways.map(({ from, to, goto }) => {
    const form =
      from === undefined ? pages.at_most : to === undefined ? pages.at_least : pages.between
    const range = fillMessage(form, {
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    })
    return { label: fillMessage(ask.kind === 'age' ? pages.age : pages.days, { range }), goto }
  })
}

/** The way when it is done; where it depends on what was answered before, each by that answer. */
function toNextWays({ next }: FlowStep, flow: Flow, pages: PageWords): LabelledWay[] {
  if (next === undefined) return []
  if (typeof next === 'string') return [{ label: pages.go_on, goto: next }]
  return next.map(({ when, goto }) => {
    const asked = flow.steps.find(({ id }) => id === when?.step)
    const choice = asked?.choices.find(({ id }) => id === when?.is)?.title
    return { label: choice ? fillMessage(pages.case, { choice }) : pages.go_on, goto }
  })
}
