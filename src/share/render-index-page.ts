import { toLinkPath } from '../knowledge/link'
import { fillMessage } from '../knowledge/messages'
import type { Topic } from '../knowledge/topic'
import { type Html, html } from '../text/html'
import type { PageContext } from './page-context'
import { toPreviewPath } from './preview-path'
import { renderFrame } from './render-frame'
import { renderLinks } from './render-visit-parts'

/** Where all questions stand. */
export const INDEX_PATH = '/t'

/** Something was looked for, and what was found of it, best first. */
export type Search = { text: string; found: readonly Topic[] }

/** The page of all questions, by group, and of all guides; with a search, what was found of it first. */
export function renderIndexPage(context: PageContext, search: Search | null): string {
  const { knowledge, from } = context
  const { pages, web, spreadsheet } = knowledge.messages
  const topics = [...knowledge.topics.values()].filter(isWorthAPage)
  const groups = Object.entries(spreadsheet.groups).map(([group, title]) => ({
    title,
    topics: topics.filter((topic) => topic.group === group),
  }))
  const guides = [...context.flows.values()].map(({ flow }) => flow)
  const body = html`<h1>${pages.home}</h1>
${renderSearch(context, search?.text ?? '')}
${search ? renderFound(search, context) : null}
${renderLinks(
  pages.guides,
  guides.map(({ id, title }) => ({ kind: 'flow', id, title })),
  context,
)}
${groups
  .filter((group) => group.topics.length > 0)
  .map(
    (group) => html`<nav aria-label="${group.title}">
<h2>${group.title}</h2>
<ul>
${group.topics.map(({ id, question }) => html`<li><a href="${toLinkPath({ kind: 'topic', id, ...from })}">${question}</a></li>`)}
</ul>
</nav>`,
  )}`
  const head = {
    title: search ? fillMessage(pages.found, { text: search.text }) : pages.home,
    description: web.subtitle,
    path: INDEX_PATH,
    preview: toPreviewPath(INDEX_PATH, [web.title, web.subtitle]),
    isHidden: search !== null,
  }
  return renderFrame(head, body, context)
}

/** Small talk has a page, since a button may lead there, but is listed nowhere. */
export const isWorthAPage = ({ group }: Topic) => group !== 'bot'

/** The box that looks for a question, with what was typed in it. */
export function renderSearch({ knowledge, from }: PageContext, text: string): Html {
  const { pages } = knowledge.messages
  return html`<form action="${INDEX_PATH}" role="search">
<label for="q">${pages.search}</label>
<input id="q" name="q" type="search" value="${text}" maxlength="200" autocomplete="off">
${from.unit ? html`<input type="hidden" name="u" value="${from.unit}">` : null}
<button>${pages.search_button}</button>
</form>`
}

function renderFound({ text, found }: Search, context: PageContext): Html | null {
  const { pages } = context.knowledge.messages
  if (found.length === 0) {
    return html`<p class="notice" role="status">${fillMessage(pages.nothing_found, { text })}</p>`
  }
  const links = found.map(({ id, question }) => ({ kind: 'topic' as const, id, title: question }))
  return renderLinks(fillMessage(pages.found, { text }), links, context)
}
