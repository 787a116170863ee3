import { toLinkPath } from '../knowledge/link'
import { fillMessage } from '../knowledge/messages'
import type { LinkEvent } from '../storage/link-count-table'
import { type Html, html } from '../text/html'
import type { PageContext } from './page-context'
import { renderFrame } from './render-frame'
import { LEAST_TOLD, type LinkUse } from './to-link-uses'

/** Where it stands how links were used. */
export const USES_PATH = '/links'

/** Days that the page looks back. */
export const USES_DAYS = 30

const EVENTS: readonly LinkEvent[] = ['opened', 'asked', 'useful', 'started', 'finished']

/** The page that shows officials whether their links were used; for one unit where the address names it. */
export function renderUsesPage(uses: readonly LinkUse[], context: PageContext): string {
  const { knowledge, from } = context
  const { link_uses: words } = knowledge.messages
  const unit = knowledge.units.units.find(({ code }) => code === from.unit)
  const body = html`<h1>${words.title}</h1>
${unit ? html`<p class="short">${unit.name}</p>` : null}
<p>${fillMessage(words.intro, { days: USES_DAYS, least: LEAST_TOLD })}</p>
${uses.length === 0 ? html`<p class="notice">${words.none}</p>` : renderTable(uses, context)}`
  const head = { title: words.title, description: words.title, path: USES_PATH, isHidden: true }
  return renderFrame(head, body, context)
}

function renderTable(uses: readonly LinkUse[], { knowledge, flows }: PageContext): Html {
  const { link_uses: words } = knowledge.messages
  const toTitle = ({ kind, id }: LinkUse['link']) =>
    (kind === 'topic' ? knowledge.topics.get(id)?.question : flows.get(id)?.flow.title) ?? id
  const toUnit = (code: string) =>
    knowledge.units.units.find((one) => one.code === code)?.name ?? ''
  const toPlace = (place: string) =>
    Object.entries(words.places).find(([one]) => one === place)?.[1] ?? ''
  const toNumber = (count: number | null) => count ?? fillMessage(words.few, { least: LEAST_TOLD })
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${words.title}">
<table>
<thead><tr><th scope="col">${words.link}</th><th scope="col">${words.unit}</th><th scope="col">${words.place}</th>${EVENTS.map((event) => html`<th scope="col" class="number">${words.events[event]}</th>`)}</tr></thead>
<tbody>
${uses.map(
  ({ link, uses: of }) =>
    html`<tr><td><a href="${toLinkPath(link)}">${toTitle(link)}</a></td><td>${toUnit(link.unit)}</td><td>${toPlace(link.place)}</td>${EVENTS.map((event) => html`<td class="number">${toNumber(of[event])}</td>`)}</tr>`,
)}
</tbody>
</table>
</div>`
}
