import { type CSSVariablesResolver, darken } from '@mantine/core'

/** Colours that texts have on white or on a light ground of their own colour. */
const COLORS = ['blue', 'red', 'green', 'orange', 'yellow', 'teal', 'gray'] as const

/**
 * Makes Mantine's coloured texts dark enough to be read by all: WCAG asks for a contrast of 4.5 : 1, which its palest
 * descriptions, its errors, links on a coloured ground and the texts of its `light` and `subtle` variants miss.
 */
export const readableColors: CSSVariablesResolver = ({ colors }) => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': 'var(--mantine-color-gray-7)',
    '--mantine-color-placeholder': 'var(--mantine-color-gray-7)',
    '--mantine-color-anchor': darken(colors.blue[9], 0.2),
    '--mantine-color-error': 'var(--mantine-color-red-9)',
    ...Object.fromEntries(
      COLORS.map((color) => [
        `--mantine-color-${color}-light-color`,
        darken(colors[color][9], 0.35),
      ]),
    ),
  },
  dark: {},
})
