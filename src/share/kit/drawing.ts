import type { FontWeight } from '../fonts'

/** A thing on the sheet. Places and sizes in points from the top left corner; `y` of a text is its baseline. */
export type Shape =
  | {
      kind: 'text'
      text: string
      x: number
      y: number
      size: number
      weight: FontWeight
      fill: string
    }
  | { kind: 'box'; x: number; y: number; width: number; height: number; fill: string }
  /** An SVG path, filled. Crisp edges are for squares that touch: no line shows between them. */
  | { kind: 'path'; path: string; fill: string; edges: 'smooth' | 'crisp' }
  /** A dotted line across, to fold along. */
  | { kind: 'fold'; x: number; y: number; width: number; stroke: string }
  /** Shapes turned by 180° about a point. */
  | { kind: 'turned'; x: number; y: number; shapes: readonly Shape[] }

/** A sheet of paper or a picture, before anyone knows which. */
export type Drawing = { width: number; height: number; shapes: readonly Shape[] }
