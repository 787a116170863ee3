import { type Link, toLinkPath } from '../knowledge/link'
import { fillMessage } from '../knowledge/messages'
import { toSpokenDay } from '../knowledge/source-line'
import { toSourceList } from '../knowledge/source-list'
import type { Source } from '../knowledge/topic'
import { toUnitLines } from '../knowledge/unit-lines'
import { type Html, html } from '../text/html'
import type { PageContext, Visit } from './page-context'

/** Says that the address by which someone came is an old one, and since when. */
export function renderMoved({ knowledge, movedOn }: Visit): Html | null {
  if (!movedOn) return null
  const date = toSpokenDay(movedOn)
  return html`<p class="notice">${fillMessage(knowledge.messages.pages.moved, { date })}</p>`
}

/** Where to go and when, of the unit that the link names. */
export function renderUnit({ knowledge, from }: PageContext): Html {
  const lines = toUnitLines(knowledge, from.unit)
  return html`<section class="box">
<h2>${knowledge.messages.unit.title}</h2>
${lines.map((line) => html`<p>${line}</p>`)}
</section>`
}

/** On which documents the page rests, and when it was last reviewed; nothing for small talk. */
export function renderSources(
  { sources, reviewed_on }: { sources: readonly Source[]; reviewed_on: string },
  { knowledge }: PageContext,
): Html | null {
  const list = toSourceList(sources, knowledge)
  if (list.length === 0) return null
  const { pages, source } = knowledge.messages
  return html`<section class="source">
<h2>${pages.source}</h2>
<ul>
${list.map((one) => html`<li>${one}</li>`)}
</ul>
<p>${fillMessage(source.reviewed, { date: toSpokenDay(reviewed_on) })}</p>
</section>`
}

/** Asks whether the page is of use; a plain form, so that it works without scripts. */
export function renderUseful(link: Link, { knowledge, isThanked }: Visit): Html {
  const { pages } = knowledge.messages
  if (isThanked) return html`<p class="notice screen" role="status">${pages.useful_thanks}</p>`
  return html`<form method="post" action="${toLinkPath(link)}">
<span>${pages.useful}</span>
<button>${pages.useful_yes}</button>
</form>`
}

/** Links to other pages under a heading, which keep the unit and the place; nothing where there are none. */
export function renderLinks(
  title: string,
  links: readonly { kind: Link['kind']; id: string; title: string }[],
  { from }: PageContext,
): Html | null {
  if (links.length === 0) return null
  return html`<nav class="screen" aria-label="${title}">
<h2>${title}</h2>
<ul>
${links.map(({ title: text, ...page }) => html`<li><a href="${toLinkPath({ ...page, ...from })}">${text}</a></li>`)}
</ul>
</nav>`
}
