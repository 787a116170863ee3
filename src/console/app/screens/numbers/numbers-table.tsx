import { Table } from '@mantine/core'
import { formatCount } from '../../../../insights/shown-count'
import { NUMBERS } from '../../../../insights/to-number-table'
import { NUMBER_NAMES } from '../../../numbers/number-names'
import type { NumberKey } from '../../../numbers/read-numbers'
import { KEY_NAMES, type NamedTable } from './numbers-types'
import { toKeyName } from './to-key-name'

/** Days and channels stay in a line, a question needs several. */
const NAME_STYLE: Readonly<Record<NumberKey, object>> = {
  day: { style: { whiteSpace: 'nowrap' } },
  channel: { style: { whiteSpace: 'nowrap' } },
  topic: { miw: 240 },
  link: { miw: 160 },
}

/** The numbers behind the chart. People are not counted by entry: nobody is followed from one to the next. */
export function NumbersTable(props: { table: NamedTable; by: NumberKey; hasPeople: boolean }) {
  const { table, by, hasPeople } = props
  const columns = NUMBERS.filter((name) => hasPeople || name !== 'people')
  const rows = by === 'day' ? [...table.rows].reverse() : table.rows
  return (
    <Table.ScrollContainer
      minWidth={820}
      maxHeight={480}
      scrollAreaProps={{
        viewportProps: { tabIndex: 0, role: 'region', 'aria-label': 'Bảng số liệu' },
      }}
    >
      <Table striped withTableBorder style={{ overflowWrap: 'normal' }} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th style={{ whiteSpace: 'nowrap' }}>{KEY_NAMES[by]}</Table.Th>
            {columns.map((name) => (
              <Table.Th key={name} ta="right">
                {NUMBER_NAMES[name]}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.key}>
              <Table.Th scope="row" fw={400} {...NAME_STYLE[by]}>
                {toKeyName(row.key, by, table.names)}
              </Table.Th>
              {columns.map((name) => (
                <Table.Td key={name} ta="right">
                  {formatCount(row[name])}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th scope="row">Tổng</Table.Th>
            {columns.map((name) => (
              <Table.Th key={name} ta="right">
                {formatCount(table.total[name])}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </Table.ScrollContainer>
  )
}
