import { type Link, toRef } from '../knowledge/link'
import { fillMessage } from '../knowledge/messages'
import { Html, html } from '../text/html'
import type { Visit } from './page-context'

/**
 * The ways to ask further: the chat of this site, and the channels that settings.yaml has. Each takes along what the page
 * is about: the web chat and Messenger by a ref, Zalo, which has none, by a code that is sent as the first message.
 */
export function renderAsk(link: Link, begin: string, { knowledge, code }: Visit): Html {
  const { pages } = knowledge.messages
  const { zalo, messenger } = knowledge.settings.channels
  const ref = new URLSearchParams({ ref: toRef(link) })
  return html`<section>
<h2 class="screen">${pages.ask}</h2>
<ul class="buttons screen">
<li><a href="/?${new Html(ref.toString())}" rel="nofollow">${begin}</a></li>
${zalo ? html`<li><a href="${zalo}">${pages.ask_zalo}</a></li>` : null}
${messenger ? html`<li><a href="${messenger}?${new Html(ref.toString())}">${pages.ask_messenger}</a></li>` : null}
</ul>
${zalo && code ? html`<p>${fillCode(pages.zalo_code, code)}</p>` : null}
</section>`
}

/** The message with its code set apart, so that it is copied letter by letter. */
function fillCode(message: string, code: string): Html {
  const [before = '', after = ''] = message.split('{code}')
  return html`${before}<span class="code">${code}</span>${fillMessage(after, { code })}`
}
