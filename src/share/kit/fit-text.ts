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
const NO_BREAK = '\u00a0'
/** Where what is wider than a line is broken all the same: what is read as one, then an address behind its slashes. */
const BREAKS = [/(?<=\u00a0)(?=.)/, /(?<=[/?&=-])(?=.)/]

/** A piece of a line that is never broken; widths at size 1, with and without the blank behind it. */
type Piece = { text: string; width: number; bare: number }

/**
 * Sets a text as large as its box lets it, between the two sizes.
 * @throws {OverflowError} when it does not fit even at the smallest
 */
export function fitText(text: string, box: TextBox): FittedText {
  const toPiece = (part: string): Piece => {
    const written = part.replaceAll(NO_BREAK, ' ')
    return {
      text: written,
      width: measureText(written, box.weight, 1),
      bare: measureText(written.trimEnd(), box.weight, 1),
    }
  }
  const split = (part: string, room: number): Piece[] => {
    const piece = toPiece(part)
    const end = piece.bare > room && BREAKS.find((one) => one.test(part))
    return end ? part.split(end).flatMap((shorter) => split(shorter, room)) : [piece]
  }
  const paragraphs = joinNumbers(text.normalize('NFC'))
    .split('\n')
    .map((paragraph) => paragraph.split(/(?<= )/))
  for (let size = box.largest; size >= box.smallest; size -= STEP) {
    const room = box.width / size
    const lines = paragraphs.flatMap((words) =>
      breakLines(
        words.flatMap((word) => split(word, room)),
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

/** As many pieces on each line as fit; one that is too wide stands alone, and no word alone on the last. Widths at size 1. */
function breakLines(pieces: readonly Piece[], room: number): { text: string; width: number }[] {
  const lines: Piece[][] = [[]]
  let width = 0
  for (const piece of pieces) {
    if (width > 0 && width + piece.bare > room) {
      lines.push([])
      width = 0
    }
    lines.at(-1)?.push(piece)
    width += piece.width
  }
  keepCompany(lines, room)
  return lines.map((line) => ({
    text: line
      .map(({ text }) => text)
      .join('')
      .trimEnd(),
    width: line.reduce((sum, { width, bare }, index) => {
      return sum + (index === line.length - 1 ? bare : width)
    }, 0),
  }))
}

/** A last word that stands alone gets the one before it, where that leaves company on its line too. */
function keepCompany(lines: readonly Piece[][], room: number): void {
  const [before, last] = lines.slice(-2)
  const alone = last?.[0]
  const moved = before?.at(-1)
  if (!before || !moved || !alone || last.length > 1 || before.length < 3) return
  if (!moved.text.endsWith(' ') || moved.width + alone.bare > room) return
  before.pop()
  last.unshift(moved)
}

/** What is read as one stays on one line: `8 giờ 30`, `ngày 25/11/2026`, a phone's number. */
const joinNumbers = (text: string) =>
  text
    .replace(/(\d) (?=(?:giờ|phút|ngày|tháng|tuổi)(?!\p{L})|\d)/gu, `$1${NO_BREAK}`)
    .replace(/((?<!\p{L})(?:giờ|ngày|tháng|năm|mức|độ|Điều)) (?=\d)/gu, `$1${NO_BREAK}`)
