import type { Moved } from '../knowledge/follow-redirects'
import { fillMessage } from '../knowledge/messages'
import { nearestWord } from '../knowledge/nearest-word'
import type { PageKind } from '../knowledge/redirects'
import { toSpokenDay } from '../knowledge/source-line'
import { html } from '../text/html'
import type { PageContext } from './page-context'
import { renderFrame } from './render-frame'
import { renderSearch } from './render-index-page'
import { renderLinks } from './render-visit-parts'
import type { PageLink } from './to-related'

/**
 * The page for an address that has none: what may have been meant, what many ask, and a search. Of what was deleted it
 * says since when, and what its author left to be said.
 */
export function renderMissingPage(
  asked: { kind: PageKind; id: string; deleted: Moved | null } | null,
  context: PageContext,
): string {
  const { knowledge } = context
  const { pages, button } = knowledge.messages
  const deleted = asked?.deleted ?? null
  const title = deleted ? pages.gone : pages.not_found
  const popular = knowledge.settings.menu.flatMap((id) =>
    toPageLink({ kind: 'topic', id }, context),
  )
  const body = html`<h1>${title}</h1>
${
  deleted
    ? html`<p class="notice">${fillMessage(pages.gone_since, { date: toSpokenDay(deleted.since) })} ${deleted.note ?? ''}</p>`
    : html`<p>${pages.not_found_why}</p>`
}
${asked && !deleted ? renderLinks(pages.meant, findMeant(asked, context), context) : null}
${renderSearch(context, '')}
${renderLinks(pages.popular, popular, context)}
<ul class="buttons"><li><a href="/">${pages.ask_here}</a></li><li><a href="/t">${button.menu}</a></li></ul>`
  const description = deleted?.note ?? pages.not_found_why
  return renderFrame({ title, description, path: '/t', isHidden: true }, body, context)
}

/** The page whose id is a typing error away. */
function findMeant({ kind, id }: { kind: PageKind; id: string }, context: PageContext): PageLink[] {
  const ids = kind === 'topic' ? context.knowledge.topics.keys() : context.flows.keys()
  const near = nearestWord(id, [...ids])
  return near === null ? [] : toPageLink({ kind, id: near }, context)
}

function toPageLink(
  { kind, id }: { kind: PageKind; id: string },
  { knowledge, flows }: PageContext,
): PageLink[] {
  const title = kind === 'topic' ? knowledge.topics.get(id)?.question : flows.get(id)?.flow.title
  return title === undefined ? [] : [{ kind, id, title }]
}
