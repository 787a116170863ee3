import type { Content } from '../../bot/content'
import { escapeHtml } from '../../text/escape-html'
import { type KitPageContext, renderFrame, renderUnitForm } from './render-kit-frame'
import { listShared, type Shared, toKitPath, toUnitQuery } from './shared'

/** Where the list and the circular are served. */
export const KIT_PATH = '/share'
export const OUTLINE_PATH = '/share/outline.pdf'

/** Everything that has a kit, with the group that an answer belongs to. `lost`: an address led nowhere. */
export function renderKitList(
  content: Pick<Content, 'knowledge' | 'flows'>,
  context: KitPageContext,
  { lost }: { lost: boolean },
): string {
  const { knowledge, unit } = context
  const { kit, web, spreadsheet } = knowledge.messages
  const query = toUnitQuery(unit, knowledge.units.city)
  const all = listShared(content)
  const ofKind = (kind: Shared['address']['kind']) =>
    all.filter(({ address }) => address.kind === kind)
  const groupOf = ({ address }: Shared) =>
    address.kind === 'topic' ? knowledge.topics.get(address.id)?.group : undefined
  const groups = Object.entries(spreadsheet.groups).flatMap(([group, name]) => {
    const topics = ofKind('topic').filter((topic) => groupOf(topic) === group)
    return topics.length > 0 ? [`<h3>${escapeHtml(name)}</h3>\n${renderList(topics, query)}`] : []
  })
  const document = knowledge.outline.document.text
    ? `<h2>${escapeHtml(kit.files.document)}</h2>
<p class="hint">${escapeHtml(kit.hints.document)}</p>
<p><a class="button" href="${OUTLINE_PATH}${query}">${escapeHtml(kit.files.document)}</a></p>`
    : ''
  return renderFrame(
    kit.title,
    `<h1>${escapeHtml(kit.title)}</h1>
${lost ? `<p class="notice">${escapeHtml(web.not_found)}</p>` : ''}
<p>${escapeHtml(kit.intro)}</p>
${renderUnitForm(KIT_PATH, context)}
<h2>${escapeHtml(kit.whole)}</h2>
${renderList(ofKind('chat'), query)}
<h2>${escapeHtml(kit.guides)}</h2>
${renderList(ofKind('guide'), query)}
<h2>${escapeHtml(kit.topics)}</h2>
${groups.join('\n')}
${document}`,
    context,
  )
}

function renderList(all: readonly Shared[], query: string): string {
  const items = all.map(
    ({ address, title }) =>
      `<li><a href="${escapeHtml(toKitPath(address) + query)}">${escapeHtml(title)}</a></li>`,
  )
  return `<ul>\n${items.join('\n')}\n</ul>`
}
