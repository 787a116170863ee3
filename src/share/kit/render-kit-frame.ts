import { type Bulletin, findPinned } from '../../knowledge/bulletin'
import { toBulletinText } from '../../knowledge/bulletin-text'
import { escapeHtml } from '../../text/escape-html'
import type { KitContext } from './handout'

/** Where the style and the script of the kit's pages are served. */
export const KIT_STYLE_PATH = '/share/style.css'
export const KIT_SCRIPT_PATH = '/share/copy-text.mjs'

/** What the kit's pages are drawn from. */
export type KitPageContext = KitContext & {
  /** Whether the site has an address of its own; without it, links work on this machine alone. */
  isPublic: boolean
  /** Official notices in effect. */
  bulletins: readonly Bulletin[]
}

/** A page of the kit. Search engines leave it out: it is for those who hand things on. */
export function renderFrame(
  title: string,
  body: string,
  { knowledge: { messages }, isPublic, bulletins }: KitPageContext,
): string {
  const { kit, web } = messages
  const pinned = findPinned(bulletins)
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(`${title} – ${web.bot}`)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${KIT_STYLE_PATH}">
<script type="module" src="${KIT_SCRIPT_PATH}"></script>
</head>
<body>
<main>
${isPublic ? '' : `<p class="notice">${escapeHtml(kit.local)}</p>`}
${pinned ? `<p class="notice official">${escapeHtml(toBulletinText(pinned, messages))}</p>` : ''}
${body}
</main>
</body>
</html>
`
}

/** Chooses the unit that gives the links out, without a script; nothing where the city has no units. */
export function renderUnitForm(path: string, { knowledge, unit }: KitPageContext): string {
  const { units, messages } = knowledge
  const { kit } = messages
  if (units.units.length === 0) return ''
  const options = [{ code: '', name: kit.city }, ...units.units].map(({ code, name }) => {
    const selected = code === unit.code ? ' selected' : ''
    return `<option value="${escapeHtml(code)}"${selected}>${escapeHtml(name)}</option>`
  })
  return `<form method="get" action="${escapeHtml(path)}">
<label for="unit">${escapeHtml(kit.unit)}</label>
<select id="unit" name="u">${options.join('')}</select>
<button>${escapeHtml(kit.pick)}</button>
</form>`
}
