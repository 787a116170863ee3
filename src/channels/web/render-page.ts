/** What the page shows besides the conversation; the texts are the communications team's. */
export type WebPage = {
  texts: WebPageTexts
  /** Answers that can be read without the chat: title and address on this site, for example `/t/chip-no-tracking`. */
  topics: readonly { title: string; address: string }[]
  /** Where a person is reached, in the order they are told. */
  contacts: readonly { name: string; reach: string; note?: string | undefined }[]
  /** Origins of the sites that may show the chat in a frame, as a policy names them: `https://*.example.vn`. */
  embedOrigins: readonly string[]
  /** More of the page's head, such as the mark by which a platform knows the site; trusted HTML. */
  head?: string
}

/** Texts of the page. */
type WebPageTexts = {
  title: string
  subtitle: string
  placeholder: string
  send: string
  you: string
  bot: string
  offline: string
  no_script: string
  history: string
  typing: string
  latest: string
  not_sent: string
  too_fast: string
  embed_open: string
  embed_close: string
  embed_refused: string
}

/**
 * The chat's page: a heading and an empty place that `chat.mjs` fills, and for browsers without JavaScript the topics
 * to read and whom to call.
 * @param layout.base where the page's files are, see `loadAssets`
 * @param layout.maxTextLength where the input stops
 * @param layout.isFramed whether another site shows it, with a button of its own in the upper right corner
 */
export function renderPage(
  { texts, topics, contacts, head = '' }: WebPage,
  { base, maxTextLength, isFramed }: { base: string; maxTextLength: number; isFramed: boolean },
): string {
  const settings = JSON.stringify({ texts, maxTextLength, isFramed })
  return `<!doctype html>
<html lang="vi"${isFramed ? ' class="framed"' : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<title>${escapeHtml(texts.title)}</title>
<meta name="description" content="${escapeHtml(texts.subtitle)}">
<meta name="theme-color" content="#ffffff">
${head}<link rel="icon" href="${base}/loa.svg" type="image/svg+xml">
<link rel="stylesheet" href="${base}/chat.css">
<link rel="modulepreload" href="${base}/deep-chat.mjs">
<script type="module" src="${base}/chat.mjs"></script>
</head>
<body>
<header>
<img src="${base}/loa.svg" alt="" width="44" height="44">
<div>
<h1>${escapeHtml(texts.title)}</h1>
<p>${escapeHtml(texts.subtitle)}</p>
</div>
</header>
<p id="status" role="status"></p>
<main id="chat" data-settings="${escapeHtml(settings)}">
<noscript>
<p>${escapeHtml(texts.no_script)}</p>
<ul>
${topics.map(({ title, address }) => `<li><a href="${escapeHtml(address)}">${escapeHtml(title)}</a></li>`).join('\n')}
</ul>
<ul>
${contacts.map((contact) => `<li>${escapeHtml(toLine(contact))}</li>`).join('\n')}
</ul>
</noscript>
</main>
</body>
</html>
`
}

function toLine({ name, reach, note }: WebPage['contacts'][number]): string {
  return note === undefined ? `${name}: ${reach}` : `${name}: ${reach} (${note})`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}
