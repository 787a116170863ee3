import { Graph, layout } from '@dagrejs/dagre'
import type { FlowOutline, OutlineStep } from '../../../flows/to-flow-outline'

/** Pixels. Letters are as wide as most are: a wide one more or less does not matter. */
const BOX_WIDTH = 216
const LINE_HEIGHT = 17
const LETTER_WIDTH = 7
const LETTERS = 27
const LINES = 3
/** Above and below the words of a box, and for its line of numbers. */
const PADDING = 10
const NUMBERS_HEIGHT = 20

/** A step where it stands: its upper left corner, and its words as lines. */
export type DrawnStep = {
  step: OutlineStep
  x: number
  y: number
  width: number
  height: number
  lines: string[]
}

/** A way from step to step, by the points that it goes through, and what is written beside it. */
export type DrawnWay = {
  key: string
  points: { x: number; y: number }[]
  label: string
  labelAt: { x: number; y: number } | null
}

/** A guide's diagram in pixels. */
export type FlowDrawing = { width: number; height: number; steps: DrawnStep[]; ways: DrawnWay[] }

/** Lays a guide out from top to bottom. Ways between the same two steps are one, with all that takes it. */
export function layOutFlow({ steps }: FlowOutline): FlowDrawing {
  const graph = new Graph()
  graph.setGraph({ rankdir: 'TB', nodesep: 28, ranksep: 34, edgesep: 14, marginx: 12, marginy: 12 })
  graph.setDefaultEdgeLabel(() => ({}))
  const texts = new Map(steps.map((step, index) => [step.id, toLines(step, index)]))
  for (const { id } of steps) {
    const height = (texts.get(id)?.length ?? 1) * LINE_HEIGHT + 2 * PADDING + NUMBERS_HEIGHT
    graph.setNode(id, { width: BOX_WIDTH, height })
  }
  for (const { from, to, label } of joinWays(steps)) {
    const width = label.length * LETTER_WIDTH
    graph.setEdge(from, to, label ? { label, width, height: LINE_HEIGHT, labelpos: 'c' } : {})
  }
  layout(graph)
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number } // set by `layout`
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    steps: steps.map((step) => {
      const node = graph.node(step.id) as Placed
      return {
        step,
        x: node.x - node.width / 2,
        y: node.y - node.height / 2,
        width: node.width,
        height: node.height,
        lines: texts.get(step.id) ?? [],
      }
    }),
    ways: graph.edges().map((edge) => {
      const { points, label = '', x, y } = graph.edge(edge) as PlacedWay
      const labelAt = label && x !== undefined && y !== undefined ? { x, y } : null
      return { key: `${edge.v} ${edge.w}`, points, label, labelAt }
    }),
  }
}

type Placed = { x: number; y: number; width: number; height: number }
type PlacedWay = { points: { x: number; y: number }[]; label?: string; x?: number; y?: number }

function joinWays(steps: readonly OutlineStep[]) {
  return steps.flatMap(({ id: from, ways }) => {
    const targets = [...new Set(ways.map(({ to }) => to))]
    return targets.map((to) => {
      const labels = ways.filter((way) => way.to === to).map(({ label }) => label)
      return { from, to, label: labels.filter(Boolean).join(' / ') }
    })
  })
}

/** A step's sentence in lines of a box; what does not fit is left out, as the list beside tells it. */
function toLines({ short, calls }: OutlineStep, index: number): string[] {
  const lines: string[] = ['']
  for (const word of `${index + 1}. ${short}`.split(/\s+/)) {
    const line = lines.at(-1) ?? ''
    const longer = line === '' ? word : `${line} ${word}`
    if (line === '' || longer.length <= LETTERS) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  const kept = lines.slice(0, LINES)
  if (lines.length > LINES) kept[LINES - 1] = `${kept[LINES - 1]?.slice(0, LETTERS - 1)}…`
  return [
    ...kept,
    ...calls.map(({ flowTitle }) => {
      const told = `↪ ${flowTitle}`
      return told.length > LETTERS ? `${told.slice(0, LETTERS - 1)}…` : told
    }),
  ]
}
