import { escapeHtml } from './escape-html'

/** A piece of HTML whose texts are escaped. Made by {@link html} and by nothing else. */
export class Html {
  readonly markup: string

  constructor(markup: string) {
    this.markup = markup
  }
}

/** What may stand in a template: a text, which is escaped; pieces of HTML, which are not; or nothing. */
export type HtmlPart = string | number | Html | readonly Html[] | null

/** A template of HTML: what is filled in is text unless it is itself HTML, so that no text ever becomes markup. */
export function html(strings: TemplateStringsArray, ...parts: HtmlPart[]): Html {
  const filled = parts.map((part, index) => toMarkup(part) + (strings[index + 1] ?? ''))
  return new Html((strings[0] ?? '') + filled.join(''))
}

function toMarkup(part: HtmlPart): string {
  if (part === null) return ''
  if (part instanceof Html) return part.markup
  if (typeof part === 'object') return part.map(({ markup }) => markup).join('\n')
  return escapeHtml(String(part))
}
