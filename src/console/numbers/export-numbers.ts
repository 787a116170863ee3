import type { Content } from '../../bot/content'
import { formatCount } from '../../insights/shown-count'
import { NUMBERS } from '../../insights/to-number-table'
import { type ReportSheet, writeReport } from '../../spreadsheet/write-report'
import type { Database } from '../../storage/open-database'
import { NUMBER_NAMES } from './number-names'
import { readFunnels } from './read-funnels'
import { type NumberKey, type NumbersQuery, readNumbers } from './read-numbers'

const SHEETS: readonly { key: NumberKey; name: string; column: string }[] = [
  { key: 'day', name: 'Theo ngày', column: 'Ngày' },
  { key: 'channel', name: 'Theo kênh', column: 'Kênh' },
  { key: 'topic', name: 'Theo mục', column: 'Mục' },
  { key: 'link', name: 'Theo đường dẫn', column: 'Đường dẫn' },
]

/** The numbers of a period as a workbook, hidden where the screen hides them: a sheet by each key, and the guides. */
export async function exportNumbers(
  database: Database,
  content: Content,
  query: NumbersQuery,
): Promise<Uint8Array> {
  const sheets: ReportSheet[] = []
  for (const { key, name, column } of SHEETS) {
    const { rows, total } = await readNumbers(database, key, query)
    const nameOf = (id: string) =>
      (key === 'topic' && content.knowledge.topics.get(id)?.question) || id || '(không có)'
    sheets.push({
      name,
      columns: [column, ...NUMBERS.map((one) => NUMBER_NAMES[one])],
      rows: [
        ...rows.map((row) => [nameOf(row.key), ...NUMBERS.map((one) => toCell(row[one]))]),
        ['Tổng', ...NUMBERS.map((one) => toCell(total[one]))],
      ],
    })
  }
  return writeReport([...sheets, await toGuideSheet(database, content, query)])
}

async function toGuideSheet(
  database: Database,
  { flows }: Content,
  query: NumbersQuery,
): Promise<ReportSheet> {
  const rows: (string | number)[][] = []
  for (const { flow } of flows.values()) {
    const steps = new Map(flow.steps.map(({ id, short }) => [id, short]))
    for (const { version, steps: counted } of await readFunnels(database, flow, query)) {
      for (const { id, reached, left, stopped } of counted) {
        const counts = [reached, left, stopped].map(toCell)
        rows.push([flow.title, `bản ${version}`, steps.get(id) ?? id, ...counts])
      }
    }
  }
  return {
    name: 'Hướng dẫn (làm tròn 5)',
    columns: ['Hướng dẫn', 'Bản', 'Bước', 'Tới bước', 'Dừng lại ở đây', 'Tự bấm thôi'],
    rows,
  }
}

const toCell = (count: Parameters<typeof formatCount>[0]): string | number =>
  typeof count === 'number' ? count : formatCount(count)
