import { PDFiumLibrary } from '@hyzyla/pdfium'
import { renderAsync } from '@resvg/resvg-js'
import jsQR from 'jsqr'

/** Pixels, four bytes each. */
export type Picture = { width: number; height: number; data: Uint8ClampedArray }

let opened: Promise<PDFiumLibrary> | undefined

/** Every page of a PDF as a printer would see it, and the text that can be copied from it. */
export async function readPdf(file: Buffer, scale: number) {
  opened ??= PDFiumLibrary.init()
  const document = await (await opened).loadDocument(file)
  const pages = []
  for (const page of document.pages()) {
    const text = page.getText().replace(/\s+/g, ' ')
    const { width, height, data } = await page.render({ scale, render: 'bitmap' })
    const picture: Picture = { width, height, data: Uint8ClampedArray.from(data) }
    pages.push({ picture, text })
  }
  document.destroy()
  return pages
}

/** A PNG's pixels. */
export async function readPng(file: Buffer, width: number, height: number): Promise<Picture> {
  const image = await renderAsync(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}"><image width="${width}" height="${height}" xlink:href="data:image/png;base64,${file.toString('base64')}"/></svg>`,
    { font: { loadSystemFonts: false } },
  )
  return {
    width: image.width,
    height: image.height,
    data: Uint8ClampedArray.from(image.pixels),
  }
}

/** What the QR code in a picture says; null where none is found. */
export const readQr = ({ data, width, height }: Picture) =>
  jsQR(data, width, height, { inversionAttempts: 'dontInvert' })?.data ?? null

/** The upper or lower half of a picture. */
export function halfOf({ width, height, data }: Picture, half: 'upper' | 'lower'): Picture {
  const middle = Math.floor(height / 2)
  const [from, to] = half === 'upper' ? [0, middle] : [middle, height]
  return { width, height: to - from, data: data.slice(from * width * 4, to * width * 4) }
}
