import { renderAsync } from '@resvg/resvg-js'
import { escapeHtml } from '../../text/escape-html'
import { FONT_FAMILY, FONT_FILES, SVG_WEIGHTS } from '../fonts'
import type { Drawing, Shape } from './drawing'

/** A drawing as a PNG of a width in pixels; drawn in a thread of its own. */
export async function toPng(drawing: Drawing, width: number): Promise<Buffer> {
  const image = await renderAsync(toSvg(drawing), {
    fitTo: { mode: 'width', value: width },
    font: {
      fontFiles: Object.values(FONT_FILES),
      loadSystemFonts: false,
      defaultFontFamily: FONT_FAMILY,
    },
  })
  return image.asPng()
}

function toSvg({ width, height, shapes }: Drawing): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="#fff"/>${shapes.map(toElement).join('')}</svg>`
}

function toElement(shape: Shape): string {
  switch (shape.kind) {
    case 'text': {
      const weight = SVG_WEIGHTS[shape.weight]
      return `<text x="${shape.x}" y="${shape.y}" font-family="${FONT_FAMILY}" font-size="${shape.size}" font-weight="${weight}" fill="${shape.fill}">${escapeHtml(shape.text)}</text>`
    }
    case 'box':
      return `<rect x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}" fill="${shape.fill}"/>`
    case 'path': {
      const rendering = shape.edges === 'crisp' ? 'crispEdges' : 'geometricPrecision'
      return `<path d="${shape.path}" fill="${shape.fill}" shape-rendering="${rendering}"/>`
    }
    case 'fold':
      return `<path d="M${shape.x} ${shape.y}h${shape.width}" stroke="${shape.stroke}" stroke-dasharray="2 4"/>`
    case 'turned':
      return `<g transform="rotate(180 ${shape.x} ${shape.y})">${shape.shapes.map(toElement).join('')}</g>`
  }
}
