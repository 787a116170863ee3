import type { Flow, FlowStep } from '../flows/flow'
import { mainPath } from '../flows/main-path'
import { fillMessage } from '../knowledge/messages'
import { type Html, html } from '../text/html'
import type { Visit } from './page-context'
import { toPreviewPath } from './preview-path'
import { renderAsk } from './render-ask'
import { renderPinned } from './render-bulletin'
import { renderFrame } from './render-frame'
import { renderProse } from './render-prose'
import {
  renderLinks,
  renderMoved,
  renderSources,
  renderUnit,
  renderUseful,
} from './render-visit-parts'
import { renderWays, type StepSurroundings } from './render-ways'
import { toHowToData } from './structured-data'

/**
 * The page of a guide, the whole of it readable as steps: first those that most people walk, then what a choice leads
 * to, each with where it goes on.
 */
export function renderGuidePage(flow: Flow, visit: Visit): string {
  const { knowledge, from, base } = visit
  const { pages } = knowledge.messages
  const link = { kind: 'flow', id: flow.id, ...from } as const
  const path = `/g/${flow.id}`
  const main = mainPath(flow).flatMap((id) => flow.steps.find((step) => step.id === id) ?? [])
  const beside = flow.steps.filter((step) => !main.includes(step))
  const around = { flow, visit, main: main.map(({ id }) => id) }
  const related = [...new Set(flow.steps.flatMap((step) => step.related))]
  const body = html`${renderPinned(visit)}
${renderMoved(visit)}
<h1>${flow.title}</h1>
<p>${pages.guide_intro}</p>
${main.map((step, index) => {
  const title = fillMessage(pages.step, { number: index + 1 })
  return renderStep(step, title, { ...around, after: main[index + 1]?.id })
})}
${beside.length > 0 ? html`<h2>${pages.cases}</h2>` : null}
${beside.map((step) => renderStep(step, step.short, { ...around, after: undefined }))}
${renderUnit(visit)}
${renderAsk(link, pages.guide_begin, visit)}
${renderLinks(
  pages.related,
  related.flatMap((id) => {
    const topic = knowledge.topics.get(id)
    return topic ? [{ kind: 'topic' as const, id, title: topic.question }] : []
  }),
  visit,
)}
${renderSources(flow, visit)}
${renderUseful(link, visit)}`
  const description = main[0]?.short ?? pages.guide_intro
  const head = {
    title: flow.title,
    description,
    path,
    preview: toPreviewPath(path, [flow.title, description]),
    data: toHowToData(flow, main, base + path),
  }
  return renderFrame(head, body, visit)
}

function renderStep(step: FlowStep, title: string, around: StepSurroundings): Html {
  const heading = around.main.includes(step.id)
    ? html`<h2 id="${step.id}">${title}</h2>`
    : html`<h3 id="${step.id}">${title}</h3>`
  return html`<section class="step">
${heading}
${renderProse(step.text)}
${renderWays(step, around)}
</section>`
}
