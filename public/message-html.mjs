const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text as HTML that shows exactly this text; the style sheet keeps its line breaks. */
export function toPlainHtml(text) {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character])
}

/** Buttons under a message: `{title, payload}` says something to the bot, `{title, url}` opens a site. */
export function toButtonsHtml(buttons) {
  return `<div class="choices">${buttons.map(toButtonHtml).join('')}</div>`
}

function toButtonHtml({ title, payload, url }) {
  if (payload !== undefined) {
    return `<button type="button" class="choice" data-payload="${toPlainHtml(payload)}">${toPlainHtml(title)}</button>`
  }
  const link = toWebLink(url)
  if (!link) return ''
  return `<a class="choice" href="${toPlainHtml(link.href)}" target="_blank" rel="noopener noreferrer">${toPlainHtml(title)} <span class="host">${toPlainHtml(link.host)}&nbsp;↗</span></a>`
}

/** Only addresses of the web: `javascript:` and its like are no links. */
function toWebLink(address) {
  try {
    const link = new URL(address, location.href)
    return ['https:', 'http:'].includes(link.protocol) ? link : undefined
  } catch {
    return undefined
  }
}
