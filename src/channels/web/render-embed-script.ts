import type { WebPage } from './render-page'

/** Where `public/embed.js` waits for what {@link renderEmbedScript} puts in. */
const PLACE = "'{settings}'"

/**
 * The script by which another site shows the chat, with the texts of now and the sites that may do so.
 * @throws {Error} when the script has no place for them
 */
export function renderEmbedScript(script: string, { texts, embedOrigins }: WebPage): string {
  if (!script.includes(PLACE)) throw new Error(`web: public/embed.js lacks ${PLACE}`)
  const { title, embed_open: open, embed_close: close, embed_refused: refused } = texts
  const settings = JSON.stringify({ origins: embedOrigins, title, open, close, refused })
  return script.replace(PLACE, () => settings)
}
