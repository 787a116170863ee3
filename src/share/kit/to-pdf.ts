import PDFDocument from 'pdfkit'
import { FONT_FILES } from '../fonts'
import type { Drawing, Shape } from './drawing'

/** What a PDF says of itself. `date` is a calendar day: the same content gives the same bytes on every machine. */
export type PdfInfo = { title: string; author: string; date: string }

/** An A4 document with our fonts, to be written and handed to {@link finishPdf}. */
export function beginPdf({ title, author, date }: PdfInfo, margin = 0): PDFKit.PDFDocument {
  const day = new Date(`${date}T00:00:00Z`)
  const document = new PDFDocument({
    size: 'A4',
    margin,
    lang: 'vi-VN',
    displayTitle: true,
    bufferPages: true,
    info: { Title: title, Author: author, CreationDate: day, ModDate: day },
  })
  for (const [weight, file] of Object.entries(FONT_FILES)) document.registerFont(weight, file)
  return document
}

/** Ends a document and gives its bytes. */
export async function finishPdf(document: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  return new Promise((resolve, reject) => {
    document.on('end', () => resolve(Buffer.concat(chunks)))
    document.on('error', reject)
    document.end()
  })
}

/** A drawing of A4 as a PDF of one page; text stays text, with its fonts embedded. */
export async function toPdf({ shapes }: Drawing, info: PdfInfo): Promise<Buffer> {
  const document = beginPdf(info)
  for (const shape of shapes) drawShape(document, shape)
  return finishPdf(document)
}

/** Draws one shape on the current page. */
export function drawShape(document: PDFKit.PDFDocument, shape: Shape): void {
  switch (shape.kind) {
    case 'text':
      document.font(shape.weight).fontSize(shape.size).fillColor(shape.fill)
      document.text(shape.text, shape.x, shape.y, { lineBreak: false, baseline: 'alphabetic' })
      return
    case 'box':
      document.rect(shape.x, shape.y, shape.width, shape.height).fill(shape.fill)
      return
    case 'path':
      document.path(shape.path).fill(shape.fill)
      return
    case 'fold':
      document
        .moveTo(shape.x, shape.y)
        .lineTo(shape.x + shape.width, shape.y)
        .dash(2, { space: 4 })
        .stroke(shape.stroke)
        .undash()
      return
    case 'turned':
      document.save().rotate(180, { origin: [shape.x, shape.y] })
      for (const inner of shape.shapes) drawShape(document, inner)
      document.restore()
  }
}
