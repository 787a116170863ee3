import { BarChart } from '@mantine/charts'
import '@mantine/charts/styles.css'
import { Box, Text } from '@mantine/core'
import { NUMBER_NAMES } from '../../../numbers/number-names'
import type { NumberKey } from '../../../numbers/read-numbers'
import { DRAWN, type NamedTable } from './numbers-types'
import { toKeyName } from './to-key-name'

/** Bars of a chart that can still be told apart. */
const MOST_BARS = 62
const TALLEST_FIRST = 12

/** What became of the questions, as stacked bars. A number that is hidden is not drawn. */
export function NumbersChart({ table, by }: { table: NamedTable; by: NumberKey }) {
  const bars = table.rows.map((row) => ({
    key: toKeyName(row.key, by, table.names),
    ...Object.fromEntries(
      DRAWN.map(({ name }) => {
        const count = row[name]
        return [NUMBER_NAMES[name], typeof count === 'number' ? count : 0]
      }),
    ),
    size: typeof row.questions === 'number' ? row.questions : 0,
  }))
  const shown =
    by === 'day'
      ? bars.slice(-MOST_BARS)
      : bars.sort((a, b) => b.size - a.size).slice(0, TALLEST_FIRST)
  if (!shown.some(({ size }) => size > 0)) {
    return <Text>Chưa đủ câu hỏi trong những ngày này để vẽ biểu đồ.</Text>
  }
  return (
    <Box role="img" aria-label="Biểu đồ số câu hỏi; số đầy đủ ở bảng bên dưới">
      <BarChart
        h={280}
        data={shown}
        dataKey="key"
        type="stacked"
        withLegend
        legendProps={{ verticalAlign: 'bottom' }}
        series={DRAWN.map(({ name, color }) => ({ name: NUMBER_NAMES[name], color }))}
        barChartProps={{ accessibilityLayer: false }}
        tickLine="none"
      />
    </Box>
  )
}
