import { fillMessage } from '../../knowledge/messages'
import { toSpokenDay } from '../../knowledge/source-line'
import { drawQr } from './draw-qr'
import { A4 } from './draw-sheet'
import { type KitContext, toDomain } from './handout'
import { PALETTE } from './palette'
import { toLink } from './shared'
import { beginPdf, drawShape, finishPdf } from './to-pdf'

const MARGIN = 64
const QR = 92
const SIZE = 11.5

/**
 * The campaign's circular, word for word, as a PDF to forward. Before it stands that the law has changed since, with the
 * way to what holds now.
 * @throws {Error} where the knowledge does not hold its text
 */
export async function writeOutline({ knowledge, unit, base }: KitContext): Promise<Buffer> {
  const { document: outline } = knowledge.outline
  if (!outline.text) throw new Error('outline.yaml holds no text of the document')
  const pdf = beginPdf({ title: outline.title, author: outline.issuer, date: outline.date }, MARGIN)
  const width = A4.width - 2 * MARGIN
  const note = fillMessage(knowledge.messages.kit.document_note, {
    date: toSpokenDay(outline.date),
    domain: toDomain(base),
  })
  const link = toLink(
    { kind: 'chat' },
    {
      ...{ base, unit, city: knowledge.units.city },
      place: 'doc',
    },
  )
  pdf.rect(MARGIN - 12, MARGIN - 24, width + 24, QR + 16).fill(PALETTE.warning)
  for (const shape of drawQr(link, { x: A4.width - MARGIN - QR + 4, y: MARGIN - 16, size: QR })) {
    drawShape(pdf, shape)
  }
  pdf
    .font('bold')
    .fontSize(11)
    .fillColor(PALETTE.onWarning)
    .text(note, MARGIN, MARGIN - 12, { width: width - QR - 12, lineGap: 2 })
  pdf.x = MARGIN
  pdf.y = MARGIN + QR + 12
  pdf.fillColor(PALETTE.ink)
  for (const paragraph of outline.text.normalize('NFC').split(/\n{2,}/)) {
    for (const line of paragraph.split('\n')) writeLine(pdf, line)
    pdf.moveDown(0.5)
  }
  numberPages(pdf)
  return finishPdf(pdf)
}

function writeLine(pdf: PDFKit.PDFDocument, line: string): void {
  const [, mark, text = ''] = /^(# |- )?(.*)$/s.exec(line) ?? []
  if (mark === '# ') {
    pdf
      .font('bold')
      .fontSize(SIZE + 1)
      .text(text, { align: 'center', lineGap: 2 })
  } else {
    pdf.font('regular').fontSize(SIZE)
    pdf.text(mark ? `–  ${text}` : text, { lineGap: 3, indent: mark ? 14 : 0, align: 'left' })
  }
}

function numberPages(pdf: PDFKit.PDFDocument): void {
  const { count } = pdf.bufferedPageRange()
  for (let index = 0; index < count; index++) {
    pdf.switchToPage(index)
    // Below the margin text would begin a page of its own.
    pdf.page.margins.bottom = 0
    pdf
      .font('regular')
      .fontSize(9)
      .fillColor(PALETTE.quiet)
      .text(`${index + 1}/${count}`, MARGIN, A4.height - 40, {
        width: A4.width - 2 * MARGIN,
        align: 'center',
        lineBreak: false,
      })
  }
}
