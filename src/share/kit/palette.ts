/** The colours of paper and pictures. Every text is told apart from its ground also in black and white. */
export const PALETTE = {
  brand: '#0f5c63',
  brandLight: '#e3f0f1',
  onBrand: '#ffffff',
  sun: '#ffc857',
  ink: '#1b1b1b',
  quiet: '#4a4a4a',
  warning: '#fff1cc',
  onWarning: '#5a3a00',
} as const
