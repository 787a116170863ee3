import { createHash } from 'node:crypto'

/**
 * Where the preview picture of a page is: beside the page, with a mark of what is written on it, so that whoever keeps
 * pictures by their address (Facebook and Zalo do) asks for a new one after an edit.
 */
export function toPreviewPath(path: string, words: readonly string[]): string {
  const mark = createHash('sha256').update(words.join('\n')).digest('hex').slice(0, 12)
  return `${path}/preview.png?v=${mark}`
}
