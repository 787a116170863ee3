import type { Shape } from './drawing'

/** Loa's mark, the loudspeaker of `public/loa.svg`, in filled shapes: a square of `size` on the brand's colour. */
export function drawLogo(
  x: number,
  y: number,
  size: number,
  { body, waves }: { body: string; waves: string },
): Shape[] {
  const unit = size / 48
  const at = (left: number, top: number) => `${x + left * unit} ${y + top * unit}`
  const arc = (radius: number, to: string) => `A${radius * unit} ${radius * unit} 0 0 `.concat(to)
  /** A band about a quarter of a circle, three units wide. */
  const wave = (left: number, top: number, height: number, radius: number) =>
    `M${at(left - 0.9, top + 1.2)}${arc(radius - 1.5, `1 ${at(left - 0.9, top + height - 1.2)}`)}` +
    `L${at(left + 0.9, top + height + 1.2)}${arc(radius + 1.5, `0 ${at(left + 0.9, top - 1.2)}`)}Z`
  return [
    {
      kind: 'path',
      path: `M${at(11, 20)}L${at(17, 20)}L${at(30, 12)}L${at(30, 36)}L${at(17, 28)}L${at(11, 28)}Z`,
      fill: body,
      edges: 'smooth',
    },
    {
      kind: 'path',
      path: `M${at(16, 29)}L${at(21, 29)}L${at(23, 37)}L${at(18, 37)}Z`,
      fill: body,
      edges: 'smooth',
    },
    { kind: 'path', path: wave(34, 18, 12, 8), fill: waves, edges: 'smooth' },
    { kind: 'path', path: wave(37.5, 13.5, 21, 15), fill: waves, edges: 'smooth' },
  ]
}
