import { type Html, html } from '../text/html'

const NUMBERED = /^(\d+)\. +(.*)$/
const DOTTED = /^[-•] +(.*)$/

/** A text of an entry as paragraphs; lines that begin with `1. ` or `- ` become the items of a list. */
export function renderProse(text: string): Html {
  return html`${text
    .trim()
    .split(/\n{2,}/)
    .flatMap(renderBlock)}`
}

function renderBlock(block: string): Html[] {
  const parts: Html[] = []
  const lines = block.split('\n')
  for (let at = 0; at < lines.length; ) {
    const pattern = [NUMBERED, DOTTED].find((one) => one.test(lines[at] ?? ''))
    const start = at
    while (at < lines.length && isLike(lines[at] ?? '', pattern)) at++
    const run = lines.slice(start, at)
    if (pattern === undefined) parts.push(html`<p>${run.join('\n')}</p>`)
    else
      parts.push(
        pattern === NUMBERED ? renderNumbered(run) : html`<ul>${run.map(toItem(DOTTED, 1))}</ul>`,
      )
  }
  return parts
}

const isLike = (line: string, pattern: RegExp | undefined) =>
  pattern ? pattern.test(line) : !NUMBERED.test(line) && !DOTTED.test(line)

function renderNumbered(lines: readonly string[]): Html {
  const first = Number(NUMBERED.exec(lines[0] ?? '')?.[1] ?? 1)
  const items = lines.map(toItem(NUMBERED, 2))
  return first === 1 ? html`<ol>${items}</ol>` : html`<ol start="${first}">${items}</ol>`
}

const toItem = (pattern: RegExp, group: number) => (line: string) =>
  html`<li>${pattern.exec(line)?.[group] ?? line}</li>`
