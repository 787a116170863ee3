import { fillMessage } from '../knowledge/messages'
import { Html, html } from '../text/html'
import type { PageContext } from './page-context'
import { PAGE_STYLE_PATH } from './page-style'
import { PREVIEW_SIZE } from './preview-size'

/** What a page tells of itself to browsers, search engines and whoever draws a preview of a link to it. */
export type PageHead = {
  title: string
  description: string
  /** Path of its one address, for example `/t/qr-fields`. */
  path: string
  /** Path of its preview picture; without, a link to it has none. */
  preview?: string
  /** What it is, in the words of schema.org. */
  data?: object
  /** Whether search engines are to leave it out. */
  isHidden?: boolean
}

/** A whole page: readable without scripts and pictures, its head by the rules of the Open Graph protocol (ogp.me). */
export function renderFrame(head: PageHead, body: Html, { knowledge, base }: PageContext): string {
  const { web, pages } = knowledge.messages
  const address = base + head.path
  const page = html`<!doctype html>
<html lang="vi" prefix="og: https://ogp.me/ns#">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${head.title}</title>
<meta name="description" content="${head.description}">
${head.isHidden ? html`<meta name="robots" content="noindex">` : html`<link rel="canonical" href="${address}">`}
<meta property="og:type" content="article">
<meta property="og:title" content="${head.title}">
<meta property="og:description" content="${head.description}">
<meta property="og:url" content="${address}">
<meta property="og:site_name" content="${web.title}">
<meta property="og:locale" content="vi_VN">
${
  head.preview
    ? html`<meta property="og:image" content="${base + head.preview}">
<meta property="og:image:type" content="image/png">
<meta property="og:image:width" content="${PREVIEW_SIZE.width}">
<meta property="og:image:height" content="${PREVIEW_SIZE.height}">
<meta property="og:image:alt" content="${head.title}">`
    : null
}
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${PAGE_STYLE_PATH}">
${head.data ? toDataBlock(head.data) : null}
</head>
<body>
<header><p><a href="/t">${web.title}</a></p></header>
<main>
${body}
</main>
<footer>
<p>${fillMessage(pages.about, { organiser: knowledge.settings.campaign.organiser })}</p>
<p class="paper">${fillMessage(pages.on_paper, { address })}</p>
</footer>
</body>
</html>
`
  return page.markup
}

/** Data is never run, so the policy against scripts lets it stand; only the end of the element must not be in it. */
function toDataBlock(data: object): Html {
  const json = JSON.stringify(data).replace(/</g, '\\u003c')
  return new Html(`<script type="application/ld+json">${json}</script>`)
}
