import { drawLogo } from './draw-logo'
import { drawQr } from './draw-qr'
import type { Drawing, Shape } from './drawing'
import { fitText } from './fit-text'
import type { Handout } from './handout'
import { PALETTE } from './palette'

/** A4 in points. */
export const A4 = { width: 595.28, height: 841.89 } as const

const MARGIN = 40
const HEAD = 92
const QR = 208
/** The warning and, below it, the source. */
const WARNING = 56
const SOURCE = 42
const FOOT = WARNING + SOURCE + 8

/**
 * An upright sheet: the question, the answer, the code to scan, and below what shows that it is no impostor's. As wide
 * as A4; the notice board's poster is as high too, a picture for a phone's screen less.
 * @throws {OverflowError} when a text is too long to be read from a distance
 */
export function drawSheet(handout: Handout, height: number = A4.height): Drawing {
  const { width } = A4
  const inner = width - 2 * MARGIN
  const qrTop = height - FOOT - 16 - QR
  const title = fitText(handout.title, {
    ...{ x: MARGIN, y: HEAD + 22, width: inner, height: (qrTop - HEAD) * 0.46 },
    ...{ largest: 40, smallest: 20, leading: 1.28, weight: 'bold', fill: PALETTE.ink },
  })
  const answer = fitText(handout.answer, {
    ...{ x: MARGIN, y: title.bottom + 12, width: inner, height: qrTop - 12 - title.bottom - 12 },
    ...{ largest: 25, smallest: 13, leading: 1.42, weight: 'regular', fill: PALETTE.ink },
  })
  return {
    width,
    height,
    shapes: [
      ...drawHead(handout, width),
      ...title.shapes,
      ...answer.shapes,
      ...drawScan(handout, { top: qrTop, width }),
      ...drawFoot(handout, { top: height - FOOT, width }),
    ],
  }
}

function drawHead({ campaign, organiser }: Handout, width: number): Shape[] {
  const x = MARGIN + 66
  const name = fitText(campaign, {
    ...{ x, y: 15, width: width - x - MARGIN, height: 44 },
    ...{ largest: 17, smallest: 10, leading: 1.3, weight: 'bold', fill: PALETTE.onBrand },
  })
  const by = fitText(organiser, {
    ...{ x, y: name.bottom + 2, width: width - x - MARGIN, height: HEAD - 6 - name.bottom - 2 },
    ...{ largest: 11.5, smallest: 7, leading: 1.3, weight: 'regular', fill: PALETTE.onBrand },
  })
  return [
    { kind: 'box', x: 0, y: 0, width, height: HEAD, fill: PALETTE.brand },
    ...drawLogo(MARGIN - 10, 14, 64, { body: PALETTE.onBrand, waves: PALETTE.sun }),
    ...name.shapes,
    ...by.shapes,
  ]
}

function drawScan(
  { scan, link, shownLink, place }: Handout,
  { top, width }: { top: number; width: number },
): Shape[] {
  const x = MARGIN + QR + 14
  const room = { x, width: width - x - MARGIN - 14 }
  const how = fitText(scan, {
    ...{ ...room, y: top + 16, height: 62 },
    ...{ largest: 21, smallest: 14, leading: 1.3, weight: 'bold', fill: PALETTE.brand },
  })
  const address = fitText(shownLink, {
    ...{ ...room, y: how.bottom + 8, height: 48 },
    ...{ largest: 13, smallest: 8, leading: 1.35, weight: 'bold', fill: PALETTE.ink },
  })
  const where = fitText(place, {
    ...{ ...room, y: address.bottom + 10, height: top + QR - 10 - address.bottom - 10 },
    ...{ largest: 13, smallest: 8, leading: 1.4, weight: 'regular', fill: PALETTE.ink },
  })
  return [
    {
      kind: 'box',
      ...{ x: MARGIN, y: top, width: width - 2 * MARGIN, height: QR, fill: PALETTE.brandLight },
    },
    ...drawQr(link, { x: MARGIN + 8, y: top + 8, size: QR - 16 }),
    ...[how, address, where].flatMap(({ shapes }) => shapes),
  ]
}

function drawFoot(
  { safety, source }: Handout,
  { top, width }: { top: number; width: number },
): Shape[] {
  const warning = fitText(safety, {
    ...{ x: MARGIN, y: top + 9, width: width - 2 * MARGIN, height: WARNING - 12 },
    ...{ largest: 14, smallest: 9, leading: 1.35, weight: 'bold', fill: PALETTE.onWarning },
  })
  const basis = fitText(source, {
    ...{ x: MARGIN, y: top + WARNING + 5, width: width - 2 * MARGIN, height: SOURCE - 4 },
    ...{ largest: 9, smallest: 6.5, leading: 1.3, weight: 'regular', fill: PALETTE.quiet },
  })
  return [
    { kind: 'box', x: 0, y: top, width, height: WARNING, fill: PALETTE.warning },
    ...warning.shapes,
    ...basis.shapes,
  ]
}
