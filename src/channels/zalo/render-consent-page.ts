import { escapeHtml } from '../../text/escape-html'

/** What an admin reads who comes back from Zalo. `{account}` is filled in. */
export type ConsentTexts = {
  title: string
  connected: string
  expired: string
  refused: string
  later: string
}

/** A page with one sentence. */
export function renderConsentPage({ title }: ConsentTexts, sentence: string): string {
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(sentence)}</p>
</main>
</body>
</html>
`
}
