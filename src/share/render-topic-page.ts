import { composeAnswer } from '../knowledge/compose-answer'
import type { KnowledgeBase } from '../knowledge/knowledge-base'
import type { Topic } from '../knowledge/topic'
import { escapeHtml } from '../text/escape-html'

/** Where the style of the pages is served. */
export const TOPIC_STYLE_PATH = '/t/style.css'

/** The page of one topic: its question and answer with source and date, readable without JavaScript. */
export function renderTopicPage(topic: Topic, knowledge: KnowledgeBase): string {
  const { web } = knowledge.messages
  const related = topic.buttons.flatMap((button) => {
    const other = 'topic' in button ? knowledge.topics.get(button.topic) : undefined
    return other ? [`<li><a href="/t/${other.id}">${escapeHtml(other.question)}</a></li>`] : []
  })
  return page(
    topic.question,
    topic.answer.short,
    `<h1>${escapeHtml(topic.question)}</h1>
${toParagraphs(composeAnswer(topic, knowledge, { form: 'full' }))}
<p><a class="ask" href="/">${escapeHtml(web.ask_here)}</a></p>
${related.length > 0 ? `<h2>${escapeHtml(web.related)}</h2>\n<ul>\n${related.join('\n')}\n</ul>` : ''}`,
  )
}

/** The page for a topic that does not exist. */
export function renderMissingPage({ messages }: KnowledgeBase): string {
  const { web } = messages
  return page(
    web.title,
    web.not_found,
    `<h1>${escapeHtml(web.title)}</h1>
<p>${escapeHtml(web.not_found)}</p>
<p><a class="ask" href="/">${escapeHtml(web.ask_here)}</a></p>`,
  )
}

/** Large type, one column, and paper without the buttons. */
export const TOPIC_STYLE = `
body { margin: 0 auto; padding: 1rem; max-width: 42rem; font: 1.25rem/1.6 system-ui, sans-serif; color: #1b1b1b; background: #fff; }
h1 { font-size: 1.6rem; line-height: 1.3; }
h2 { font-size: 1.3rem; }
p { white-space: pre-line; }
li { margin: 0.5rem 0; }
a { color: #0b4f9c; }
.ask { display: inline-block; padding: 0.75rem 1.25rem; border-radius: 0.5rem; background: #0b4f9c; color: #fff; text-decoration: none; }
a:focus-visible { outline: 3px solid #c25700; outline-offset: 2px; }
@media print { .ask { display: none; } }
`

function page(title: string, description: string, body: string): string {
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<meta name="description" content="${escapeHtml(description)}">
<meta property="og:type" content="article">
<meta property="og:title" content="${escapeHtml(title)}">
<meta property="og:description" content="${escapeHtml(description)}">
<link rel="stylesheet" href="${TOPIC_STYLE_PATH}">
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`
}

function toParagraphs(text: string): string {
  return text
    .split('\n\n')
    .map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`)
    .join('\n')
}
