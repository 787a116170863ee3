import { drawPreview, type Preview } from './draw-preview'

/** Pictures kept: more than a campaign has pages. Each has some fifty kilobytes. */
const KEPT = 200

/** Gives preview pictures, drawn when they are first asked for and then kept. */
export type PreviewShelf = (preview: Preview) => Promise<Buffer>

/**
 * A shelf of pictures by what stands on them, so that an edit brings a new one. The one asked for longest ago goes first.
 * They are drawn one after the other, outside this thread: a crawler that asks for all of them slows no answer.
 */
export function createPreviewShelf(draw: typeof drawPreview = drawPreview): PreviewShelf {
  const kept = new Map<string, Promise<Buffer>>()
  let last: Promise<unknown> = Promise.resolve()
  return (preview) => {
    const key = JSON.stringify(preview)
    const picture = kept.get(key) ?? last.then(() => draw(preview))
    last = picture.catch(() => kept.delete(key))
    kept.delete(key)
    kept.set(key, picture)
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break
      kept.delete(oldest)
    }
    return picture
  }
}
