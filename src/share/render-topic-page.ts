import { findReplacing } from '../knowledge/bulletin'
import { composeAnswer } from '../knowledge/compose-answer'
import { toReplacedTopic } from '../knowledge/replaced-topic'
import type { Topic } from '../knowledge/topic'
import { type Html, html } from '../text/html'
import type { Visit } from './page-context'
import { toPreviewPath } from './preview-path'
import { renderAsk } from './render-ask'
import { renderBulletin, renderPinned } from './render-bulletin'
import { renderFrame } from './render-frame'
import { renderProse } from './render-prose'
import {
  renderLinks,
  renderMoved,
  renderSources,
  renderUnit,
  renderUseful,
} from './render-visit-parts'
import { toFaqData } from './structured-data'
import { toRelated } from './to-related'

/** The page of one topic: its question and answer with source and date, or the notice in its place; where to ask further. */
export function renderTopicPage(entry: Topic, visit: Visit): string {
  const { knowledge, from, base, bulletins } = visit
  const replacing = findReplacing(bulletins, entry, knowledge)
  const topic = toReplacedTopic(entry, knowledge, bulletins) ?? entry
  const { pages } = knowledge.messages
  const link = { kind: 'topic', id: topic.id, ...from } as const
  const path = `/t/${topic.id}`
  const notes = topic.notes.flatMap((id) => knowledge.notes.get(id)?.text ?? [])
  const body = html`${renderPinned(visit)}
${renderMoved(visit)}
<h1>${topic.question}</h1>
${replacing ? renderBulletin(replacing, visit) : html`<p class="short">${topic.answer.short.trim()}</p>`}
${[...(topic.answer.detail ? [topic.answer.detail] : []), ...notes].map(renderProse)}
${renderLinks(pages.steps, toRelated(topic, visit).guides, visit)}
${renderOfficial(topic, pages.official)}
${renderUnit(visit)}
${renderAsk(link, pages.ask_here, visit)}
${renderLinks(pages.related, toRelated(topic, visit).topics, visit)}
${renderSources(topic, visit)}
${renderUseful(link, visit)}`
  const head = {
    title: topic.question,
    description: topic.answer.short.trim(),
    path,
    preview: toPreviewPath(path, [topic.question, topic.answer.short]),
    // What holds for two days is not for the memory of search engines.
    ...(replacing
      ? {}
      : { data: toFaqData(topic, composeAnswer(topic, knowledge, { form: 'full' }), base + path) }),
  }
  return renderFrame(head, body, visit)
}

/** The official sites that the answer sends to; the check lets only allowed domains through. */
function renderOfficial({ buttons }: Topic, title: string): Html | null {
  const links = buttons.flatMap((button) => ('link' in button ? [button] : []))
  if (links.length === 0) return null
  return html`<h2>${title}</h2>
<ul>
${links.map(({ link }) => html`<li><a href="${link}">${link}</a></li>`)}
</ul>`
}
