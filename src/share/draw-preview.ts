import { renderAsync } from '@resvg/resvg-js'
import { type Html, html } from '../text/html'
import { FONT_FAMILY, FONT_FILES, type FontWeight, measureText, SVG_WEIGHTS } from './fonts'
import { PREVIEW_SIZE } from './preview-size'
import { wrapText } from './wrap-text'

/** What stands on a preview picture. */
export type Preview = {
  /** The question, or the guide's title. */
  title: string
  /** The short answer. */
  text: string
  /** Whose page it is, small above. */
  name: string
  /** Where it is found, small below. */
  site: string
}

const MARGIN = 64
const WIDTH = PREVIEW_SIZE.width - 2 * MARGIN
/** Where the title begins and what is left for the answer ends. */
const TOP = 128
const BOTTOM = 548
const INK = '#1b1b1b'
const RED = '#a3121c'
/** The largest at which the title is whole and leaves room for so many lines of the answer. */
const TITLE_SIZES = [76, 68, 60, 52, 46] as const
const TITLE_LINES = 4
const TEXT_LINES = 3
/** Between title and answer. */
const GAP = 28
const TEXT_SIZE = 36
const LINE = 1.32

/** Draws the picture that stands beside a forwarded link: the question in large type over the short answer, as a PNG. */
export async function drawPreview(preview: Preview): Promise<Buffer> {
  const font = {
    fontFiles: Object.values(FONT_FILES),
    loadSystemFonts: false,
    defaultFontFamily: FONT_FAMILY,
  }
  const picture = await renderAsync(layOut(preview).markup, { font })
  return picture.asPng()
}

function layOut({ title, text, name, site }: Preview): Html {
  const { width, height } = PREVIEW_SIZE
  const fitted = TITLE_SIZES.map((size) => {
    const heading = wrap(title, 'bold', size, TITLE_LINES)
    const below = TOP + heading.lines.length * size * LINE + GAP
    return { size, heading, below, room: Math.floor((BOTTOM - below) / (TEXT_SIZE * LINE)) }
  })
  const whole = fitted.filter(({ heading }) => !heading.isCut)
  const chosen = whole.find(({ room }) => room >= TEXT_LINES) ?? whole.at(-1) ?? fitted.at(-1)
  if (!chosen) throw new Error('a title needs a size')
  const { size, heading, below, room } = chosen
  const answer = wrap(text, 'regular', TEXT_SIZE, Math.max(1, room))
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="${FONT_FAMILY}" fill="${INK}">
<rect width="${width}" height="${height}" fill="#ffffff"/>
<rect width="${width}" height="18" fill="${RED}"/>
${drawLines([name], { weight: 'bold', size: 30, top: 48, fill: RED })}
${drawLines(heading.lines, { weight: 'bold', size, top: TOP, fill: INK })}
${drawLines(answer.lines, { weight: 'regular', size: TEXT_SIZE, top: below, fill: INK })}
<rect x="${MARGIN}" y="572" width="${WIDTH}" height="2" fill="#777777"/>
${drawLines([site], { weight: 'regular', size: 28, top: 582, fill: '#444444' })}
</svg>`
}

function wrap(text: string, weight: FontWeight, size: number, lines: number) {
  const measure = (part: string) => measureText(part, weight, size)
  return wrapText(text.normalize('NFC'), { width: WIDTH, lines, measure })
}

/** Lines one under the other; their first baseline lies one size under `top`. */
function drawLines(
  lines: readonly string[],
  { weight, size, top, fill }: { weight: FontWeight; size: number; top: number; fill: string },
): Html[] {
  return lines.map(
    (line, index) =>
      html`<text x="${MARGIN}" y="${Math.round(top + size + index * size * LINE)}" font-size="${size}" font-weight="${SVG_WEIGHTS[weight]}" fill="${fill}">${line}</text>`,
  )
}
