import { dirname, join } from 'node:path'
import { type Font, openSync } from 'fontkit'

/**
 * Be Vietnam Pro (SIL Open Font License 1.1): drawn for Vietnamese, so that no sign above a letter touches the line
 * before it.
 */
const FOLDER = dirname(require.resolve('@expo-google-fonts/be-vietnam-pro/package.json'))

/** The family by its name inside the files. */
export const FONT_FAMILY = 'Be Vietnam Pro'
/** The files, by weight. */
export const FONT_FILES = {
  400: join(FOLDER, '400Regular/BeVietnamPro_400Regular.ttf'),
  700: join(FOLDER, '700Bold/BeVietnamPro_700Bold.ttf'),
} as const

/** A weight that there is a file of. */
export type FontWeight = keyof typeof FONT_FILES

const opened = new Map<FontWeight, Font>()

/** How wide a text is, in pixels at a size, with the font's own kerning. */
export function measureText(text: string, weight: FontWeight, size: number): number {
  const font = opened.get(weight) ?? (openSync(FONT_FILES[weight]) as Font) // no collection
  opened.set(weight, font)
  return (font.layout(text).advanceWidth / font.unitsPerEm) * size
}
