import QRCode from 'qrcode'
import { toCarryRef } from '../knowledge/link'
import { fillMessage } from '../knowledge/messages'
import { Html, html } from '../text/html'
import type { PageContext } from './page-context'
import { renderFrame } from './render-frame'

/**
 * The page of a code that takes a guide up elsewhere: shown on a kiosk it has the QR code that a phone reads, and on that
 * phone the ways on. Whether the code is still good is found out where it is used.
 */
export async function renderCarryPage(code: string, context: PageContext): Promise<string> {
  const { knowledge, base } = context
  const { carry } = knowledge.messages
  const { zalo, messenger } = knowledge.settings.channels
  const path = `/c/${code}`
  const query = new Html(new URLSearchParams({ ref: toCarryRef(code) }).toString())
  const qr = await QRCode.toString(base + path, {
    type: 'svg',
    errorCorrectionLevel: 'Q',
    margin: 2,
  })
  const body = html`<h1>${carry.title}</h1>
<p class="short"><span class="code">${code}</span></p>
<p>${fillMessage(carry.how, { code })}</p>
<ul class="buttons screen">
<li><a href="/?${query}" rel="nofollow">${carry.here}</a></li>
${zalo ? html`<li><a href="${zalo}">${carry.zalo}</a></li>` : null}
${messenger ? html`<li><a href="${messenger}?${query}">${carry.messenger}</a></li>` : null}
</ul>
<h2>${carry.scan}</h2>
<div class="qr" role="img" aria-label="${carry.scan}">${new Html(qr)}</div>`
  const head = {
    title: carry.title,
    description: fillMessage(carry.how, { code }),
    path,
    isHidden: true,
  }
  return renderFrame(head, body, context)
}
