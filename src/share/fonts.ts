import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { create, type Font } from 'fontkit'

const FOLDER = dirname(require.resolve('@expo-google-fonts/be-vietnam-pro/package.json'))

/** A weight that there is a file of: two are enough, also for paper that is read from a distance. */
export type FontWeight = 'regular' | 'bold'

/** Be Vietnam Pro, drawn for Vietnamese: the files of both weights. SIL Open Font License 1.1, so it may be embedded. */
export const FONT_FILES: Readonly<Record<FontWeight, string>> = {
  regular: join(FOLDER, '400Regular/BeVietnamPro_400Regular.ttf'),
  bold: join(FOLDER, '700Bold/BeVietnamPro_700Bold.ttf'),
}

/** How SVG names the weights. */
export const SVG_WEIGHTS: Readonly<Record<FontWeight, number>> = { regular: 400, bold: 700 }

/** The name of the family inside the files. */
export const FONT_FAMILY = 'Be Vietnam Pro'

const opened = new Map<FontWeight, Font>()

/** How wide a text of a size is, in the size's unit. */
export function measureText(text: string, weight: FontWeight, size: number): number {
  const font = openFont(weight)
  return (font.layout(text).advanceWidth / font.unitsPerEm) * size
}

function openFont(weight: FontWeight): Font {
  const known = opened.get(weight)
  if (known) return known
  const font = create(readFileSync(FONT_FILES[weight]))
  if (!('layout' in font)) throw new Error(`${FONT_FILES[weight]} holds several fonts`)
  opened.set(weight, font)
  return font
}
