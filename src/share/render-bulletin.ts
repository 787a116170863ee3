import { type Bulletin, findPinned } from '../knowledge/bulletin'
import { toBulletinWords } from '../knowledge/bulletin-text'
import { type Html, html } from '../text/html'
import type { PageContext } from './page-context'

/** The notice above every answer, where there is one. */
export function renderPinned(context: PageContext): Html | null {
  const pinned = findPinned(context.bulletins)
  return pinned && renderBulletin(pinned, context)
}

/** A notice with its link. */
export function renderBulletin(bulletin: Bulletin, { knowledge }: PageContext): Html {
  const { link } = bulletin
  return html`<section class="notice">
<p>${toBulletinWords(bulletin, knowledge.messages)}</p>
${link === null ? null : html`<p><a href="${link}">${link}</a></p>`}
</section>`
}
