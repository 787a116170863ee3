import { ActionIcon, Box, Group, Text } from '@mantine/core'
import { IconZoomIn, IconZoomOut } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { formatCount, toLeast } from '../../../../insights/shown-count'
import type { Funnel } from '../../../../insights/to-funnel'
import type { FlowOutline } from '../../../flows/to-flow-outline'
import { type DrawnStep, type DrawnWay, layOutFlow } from './lay-out-flow'

const ZOOMS = [0.4, 0.55, 0.75, 1, 1.3]
const WHOLE = 3
const SMALLER = 2
/** Pixels: a guide that is wider is shown smaller at first. */
const WIDE = 900
const LINE_HEIGHT = 17
const FIRST_LINE = 22

/** A guide as a picture: boxes with how many people came there and stopped, joined by what leads on. The list of steps tells the same. */
export function FlowDiagram({
  outline,
  funnel,
}: {
  outline: FlowOutline
  funnel: Funnel | undefined
}) {
  const drawing = useMemo(() => layOutFlow(outline), [outline])
  const [zoom, setZoom] = useState(() => (drawing.width > WIDE ? SMALLER : WHOLE))
  const frame = useRef<HTMLDivElement>(null)
  const scale = ZOOMS[zoom] ?? 1
  const [first] = drawing.steps
  const middle = first ? first.x + first.width / 2 : 0
  // A wide guide begins somewhere in its middle: that is what one sees first.
  useEffect(() => {
    const { current } = frame
    if (current) current.scrollLeft = middle * scale - current.clientWidth / 2
  }, [middle, scale])
  const counts = new Map(funnel?.steps.map((step) => [step.id, step]))
  const most = Math.max(1, ...[...counts.values()].map(({ reached }) => toLeast(reached)))
  return (
    <Box>
      <Group gap="xs" mb="xs">
        <ActionIcon
          variant="default"
          size="lg"
          aria-label="Nhỏ hơn"
          disabled={zoom === 0}
          onClick={() => setZoom(zoom - 1)}
        >
          <IconZoomOut size={20} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label="Lớn hơn"
          disabled={zoom === ZOOMS.length - 1}
          onClick={() => setZoom(zoom + 1)}
        >
          <IconZoomIn size={20} />
        </ActionIcon>
        <Text size="sm">Cuộn để xem hết sơ đồ.</Text>
      </Group>
      <Box
        ref={frame}
        role="region"
        aria-label="Sơ đồ hướng dẫn"
        tabIndex={0}
        mah="75vh"
        bd="1px solid gray.4"
        bg="gray.0"
        style={{ overflow: 'auto', borderRadius: 8 }}
      >
        <svg
          role="img"
          aria-label={`Sơ đồ ${outline.title}; danh sách bước nói cùng những điều này`}
          width={drawing.width * scale}
          height={drawing.height * scale}
          viewBox={`0 0 ${drawing.width} ${drawing.height}`}
          fontSize={13}
          style={{ display: 'block', margin: '0 auto' }}
        >
          <defs>
            <marker
              id="flow-arrow"
              viewBox="0 0 8 8"
              refX={7}
              refY={4}
              markerWidth={7}
              markerHeight={7}
              orient="auto"
            >
              <path d="M0 0L8 4L0 8z" fill="#495057" />
            </marker>
          </defs>
          {drawing.ways.map((way) => (
            <WayLine key={way.key} way={way} />
          ))}
          {drawing.steps.map((drawn) => (
            <StepBox
              key={drawn.step.id}
              drawn={drawn}
              count={counts.get(drawn.step.id)}
              share={toLeast(counts.get(drawn.step.id)?.reached ?? 0) / most}
              hasNumbers={funnel !== undefined}
            />
          ))}
          {drawing.ways.map((way) => (
            <WayLabel key={way.key} way={way} />
          ))}
        </svg>
      </Box>
    </Box>
  )
}

function StepBox({
  drawn: { step, x, y, width, height, lines },
  count,
  share,
  hasNumbers,
}: {
  drawn: DrawnStep
  count: Funnel['steps'][number] | undefined
  /** Of the most people that any step had. */
  share: number
  hasNumbers: boolean
}) {
  const left = step.end ? '' : ` · dừng ${formatCount(count?.left ?? 0)}`
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect
        width={width}
        height={height}
        rx={step.end ? 22 : 8}
        fill={step.end ? '#ebfbee' : '#fff'}
        stroke={step.end ? '#2b8a3e' : '#1864ab'}
        strokeWidth={1.4}
      />
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are known by their place alone
        <text key={index} x={12} y={FIRST_LINE + index * LINE_HEIGHT} fill="#212529">
          {line}
        </text>
      ))}
      {hasNumbers && (
        <>
          <text x={12} y={height - 11} fill="#212529" fontWeight={700} fontSize={12}>
            tới {formatCount(count?.reached ?? 0)}
            {left}
          </text>
          <rect
            x={12}
            y={height - 6}
            width={(width - 24) * share}
            height={3}
            fill={step.end ? '#2b8a3e' : '#1864ab'}
          />
        </>
      )}
    </g>
  )
}

function WayLine({ way: { points } }: { way: DrawnWay }) {
  return (
    <path
      d={toCurve(points)}
      fill="none"
      stroke="#495057"
      strokeWidth={1.2}
      markerEnd="url(#flow-arrow)"
    />
  )
}

function WayLabel({ way: { label, labelAt } }: { way: DrawnWay }) {
  if (!labelAt) return null
  return (
    <text
      x={labelAt.x}
      y={labelAt.y + 4}
      textAnchor="middle"
      fill="#364fc7"
      stroke="#f8f9fa"
      strokeWidth={4}
      paintOrder="stroke"
      fontSize={12}
    >
      {label}
    </text>
  )
}

/** A line through the points whose corners are round. */
function toCurve(points: readonly { x: number; y: number }[]): string {
  const [start, ...rest] = points
  const end = rest.at(-1)
  if (!start || !end) return ''
  const bends = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1] ?? end
    const isLast = index === rest.length - 2
    const to = isLast ? next : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 }
    return `Q${point.x} ${point.y} ${to.x} ${to.y}`
  })
  return `M${start.x} ${start.y}${bends.length > 0 ? bends.join('') : `L${end.x} ${end.y}`}`
}
