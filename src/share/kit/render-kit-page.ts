import { composeLoudspeaker } from '../../knowledge/compose-loudspeaker'
import { fillMessage } from '../../knowledge/messages'
import { escapeHtml } from '../../text/escape-html'
import { toReadingTime } from '../../text/reading-time'
import { KIT_PRINTS } from './kit-files'
import { type KitPageContext, renderFrame, renderUnitForm } from './render-kit-frame'
import { OUTLINE_PATH } from './render-kit-list'
import { type Shared, toKitPath, toUnitQuery } from './shared'
import { toZaloText } from './to-zalo-text'

/** The kit of one thing: its texts to copy, its prints to open. */
export function renderKitPage(shared: Shared, context: KitPageContext): string {
  const { knowledge, unit } = context
  const { kit } = knowledge.messages
  const path = toKitPath(shared.address)
  const query = toUnitQuery(unit, knowledge.units.city)
  const spoken = composeLoudspeaker(shared, unit, knowledge)
  const seconds = fillMessage(kit.seconds, { seconds: Math.ceil(toReadingTime(spoken)) })
  const lasting = `${renderText('loudspeaker', spoken, seconds, context)}
${KIT_PRINTS.map(({ name, words }) => renderFile(words, `${path}/${name}${query}`, context)).join('\n')}`
  return renderFrame(
    shared.title,
    `<p class="back"><a href="/share${query}">${escapeHtml(kit.back)}</a></p>
<h1>${escapeHtml(shared.title)}</h1>
<p class="answer">${escapeHtml(shared.answer)}</p>
<p class="hint">${escapeHtml(shared.source)}</p>
${shared.isReplaced ? `<p class="notice">${escapeHtml(kit.replaced)}</p>` : ''}
${renderUnitForm(path, context)}
${renderText('zalo', toZaloText(shared, context), '', context)}
${shared.isReplaced ? '' : lasting}
${knowledge.outline.document.text ? renderFile('document', OUTLINE_PATH + query, context) : ''}`,
    context,
  )
}

type Words = KitPageContext['knowledge']['messages']['kit']['files']

function renderText(
  words: keyof Words,
  text: string,
  note: string,
  { knowledge: { messages } }: KitPageContext,
): string {
  const { kit } = messages
  const name = escapeHtml(kit.files[words])
  return `<section>
<h2 id="${words}-title">${name}</h2>
<p class="hint">${escapeHtml([kit.hints[words], note].join(' ').trim())}</p>
<div class="text" id="${words}" role="region" aria-labelledby="${words}-title" tabindex="0">${escapeHtml(text)}</div>
<p><button type="button" hidden data-copies="${words}" data-done="${escapeHtml(kit.copied)}" aria-label="${escapeHtml(kit.copy)}: ${name}">${escapeHtml(kit.copy)}</button> <span id="${words}-copied" role="status"></span></p>
</section>`
}

function renderFile(
  words: keyof Words,
  address: string,
  { knowledge: { messages } }: KitPageContext,
): string {
  const { kit } = messages
  return `<section>
<h2>${escapeHtml(kit.files[words])}</h2>
<p class="hint">${escapeHtml(kit.hints[words])}</p>
<p><a class="button" href="${escapeHtml(address)}">${escapeHtml(kit.files[words])}</a></p>
</section>`
}
