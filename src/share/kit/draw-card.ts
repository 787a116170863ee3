import { drawLogo } from './draw-logo'
import { drawQr } from './draw-qr'
import { A4 } from './draw-sheet'
import type { Drawing, Shape } from './drawing'
import { fitText } from './fit-text'
import type { Handout } from './handout'
import { PALETTE } from './palette'

const MARGIN = 30
const HEAD = 50
const WARNING = 40
const SOURCE = 28
const QR = 168

/**
 * A card for the table: A4 to be folded across, so that it stands and both sides can be read.
 * @throws {OverflowError} when a text is too long
 */
export function drawCard(handout: Handout): Drawing {
  const { width, height } = A4
  const side = drawSide(handout, { top: height / 2, width, height: height / 2 })
  return {
    width,
    height,
    shapes: [
      ...side,
      { kind: 'turned', x: width / 2, y: height / 2, shapes: side },
      { kind: 'fold', x: 0, y: height / 2, width, stroke: PALETTE.onBrand },
    ],
  }
}

function drawSide(
  handout: Handout,
  { top, width, height }: { top: number; width: number; height: number },
): Shape[] {
  const bottom = top + height - WARNING - SOURCE
  const left = { x: MARGIN, width: width - 3 * MARGIN - QR }
  const right = { x: width - MARGIN - QR, width: QR }
  const body = top + HEAD + 18
  const title = fitText(handout.title, {
    ...{ ...left, y: body, height: (bottom - body) * 0.46 },
    ...{ largest: 26, smallest: 13, leading: 1.28, weight: 'bold', fill: PALETTE.ink },
  })
  const answer = fitText(handout.answer, {
    ...{ ...left, y: title.bottom + 8, height: bottom - 8 - title.bottom - 8 },
    ...{ largest: 17, smallest: 9, leading: 1.4, weight: 'regular', fill: PALETTE.ink },
  })
  const scan = fitText(handout.scan, {
    ...{ ...right, y: body + QR + 6, height: 34 },
    ...{ largest: 13, smallest: 9, leading: 1.25, weight: 'bold', fill: PALETTE.brand },
  })
  const place = fitText(handout.place, {
    ...{ ...right, y: scan.bottom + 3, height: bottom - 4 - scan.bottom - 3 },
    ...{ largest: 9.5, smallest: 7, leading: 1.3, weight: 'regular', fill: PALETTE.ink },
  })
  return [
    ...drawHead(handout, { top, width }),
    ...drawQr(handout.link, { x: right.x, y: body, size: QR }),
    ...[title, answer, scan, place].flatMap(({ shapes }) => shapes),
    ...drawFoot(handout, { top: bottom, width }),
  ]
}

function drawHead(
  { campaign, organiser }: Handout,
  { top, width }: { top: number; width: number },
): Shape[] {
  const room = { x: MARGIN + 40, width: width - 2 * MARGIN - 40 }
  const name = fitText(campaign, {
    ...{ ...room, y: top + 8, height: 20 },
    ...{ largest: 13, smallest: 8, leading: 1.3, weight: 'bold', fill: PALETTE.onBrand },
  })
  const by = fitText(organiser, {
    ...{ ...room, y: name.bottom + 1, height: 16 },
    ...{ largest: 9.5, smallest: 6, leading: 1.3, weight: 'regular', fill: PALETTE.onBrand },
  })
  return [
    { kind: 'box', x: 0, y: top, width, height: HEAD, fill: PALETTE.brand },
    ...drawLogo(MARGIN - 8, top + 4, 42, { body: PALETTE.onBrand, waves: PALETTE.sun }),
    ...name.shapes,
    ...by.shapes,
  ]
}

function drawFoot(
  { safety, source }: Handout,
  { top, width }: { top: number; width: number },
): Shape[] {
  const room = { x: MARGIN, width: width - 2 * MARGIN }
  const warning = fitText(safety, {
    ...{ ...room, y: top + 5, height: WARNING - 8 },
    ...{ largest: 11.5, smallest: 7, leading: 1.3, weight: 'bold', fill: PALETTE.onWarning },
  })
  const basis = fitText(source, {
    ...{ ...room, y: top + WARNING + 3, height: SOURCE - 6 },
    ...{ largest: 7.5, smallest: 6, leading: 1.25, weight: 'regular', fill: PALETTE.quiet },
  })
  return [
    { kind: 'box', x: 0, y: top, width, height: WARNING, fill: PALETTE.warning },
    ...warning.shapes,
    ...basis.shapes,
  ]
}
