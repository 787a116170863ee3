import { escapeHtml } from '../../text/escape-html'
import type { SetState } from './create-set-shelf'
import { type KitPageContext, renderFrame, renderUnitForm } from './render-kit-frame'
import { renderSetButton } from './render-set-page'
import { listShared, type Shareable, type Shared, toKitPath, toUnitQuery } from './shared'

/** Where the list and the circular are served. */
export const KIT_PATH = '/share'
export const OUTLINE_PATH = '/share/outline.pdf'

/**
 * Everything that has a kit, with the group that an answer belongs to, and the whole set as one file. `lost` is said
 * where an address led nowhere.
 */
export function renderKitList(
  content: Shareable,
  context: KitPageContext,
  { lost, set }: { lost: string | null; set: SetState },
): string {
  const { knowledge, unit } = context
  const { kit, spreadsheet } = knowledge.messages
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
${lost === null ? '' : `<p class="notice">${escapeHtml(lost)}</p>`}
<p>${escapeHtml(kit.intro)}</p>
${renderUnitForm(KIT_PATH, context)}
<h2>${escapeHtml(kit.set.name)}</h2>
<p class="hint">${escapeHtml(kit.set.hint)}</p>
${renderSetButton(set, context)}
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
