import { type FontWeight, measureText } from '../fonts'
import type { Shape } from './drawing'

/** Where a text goes and how it looks. Sizes in points; `leading` is a line's height in sizes. */
export type TextBox = {
  x: number
  y: number
  width: number
  height: number
  largest: number
  smallest: number
  weight: FontWeight
  fill: string
  leading: number
}

/** A text in its box: the shapes, and the y just below its last line. */
export type FittedText = { shapes: Shape[]; bottom: number; size: number }

/** A text does not fit where it belongs, even at the smallest size that can be read. */
export class OverflowError extends Error {
  override readonly name = 'OverflowError'
}

/** From the top of a line to its baseline, in sizes, for letters with two marks over each other such as Ễ. */
const ASCENT = 0.95
const STEP = 0.5

/** A piece of a line that is never broken; widths at size 1, with and without the blank behind it. */
type Piece = { text: string; width: number; bare: number }

/**
 * Sets a text as large as its box lets it, between the two sizes.
 * @throws {OverflowError} when it does not fit even at the smallest
 */
export function fitText(text: string, box: TextBox): FittedText {
  const toPiece = (part: string): Piece => ({
    text: part,
    width: measureText(part, box.weight, 1),
    bare: measureText(part.trimEnd(), box.weight, 1),
  })
  const paragraphs = text
    .normalize('NFC')
    .split('\n')
    .map((paragraph) => paragraph.split(/(?<= )/).map(toPiece))
  for (let size = box.largest; size >= box.smallest; size -= STEP) {
    const room = box.width / size
    // An address, wider than the line, is broken behind its slashes.
    const lines = paragraphs.flatMap((words) =>
      breakLines(
        words.flatMap((word) =>
          word.bare > room ? word.text.split(/(?<=[/?&=-])/).map(toPiece) : [word],
        ),
        room,
      ),
    )
    const step = size * box.leading
    const isTooWide = lines.some(({ width }) => width > room)
    if (isTooWide || lines.length * step > box.height) continue
    return {
      size,
      bottom: box.y + lines.length * step,
      shapes: lines.map((line, index) => ({
        kind: 'text',
        text: line.text,
        x: box.x,
        y: box.y + index * step + size * ASCENT,
        size,
        weight: box.weight,
        fill: box.fill,
      })),
    }
  }
  throw new OverflowError(`"${text.slice(0, 40)}…" does not fit at ${box.smallest} points`)
}

/** As many pieces on each line as fit; one that is too wide stands alone. Widths at size 1. */
function breakLines(pieces: readonly Piece[], room: number): { text: string; width: number }[] {
  const lines: { text: string; width: number }[] = []
  let text = ''
  let width = 0
  let bare = 0
  for (const piece of pieces) {
    if (text !== '' && width + piece.bare > room) {
      lines.push({ text: text.trimEnd(), width: bare })
      text = ''
      width = 0
    }
    text += piece.text
    bare = width + piece.bare
    width += piece.width
  }
  return [...lines, { text: text.trimEnd(), width: bare }]
}
