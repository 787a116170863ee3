import { Table, Text, UnstyledButton } from '@mantine/core'
import type { DueReview } from '../../../laws/due-reviews'
import { showMonth, toWeeks } from './month'

const WEEKDAYS = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật']
/** Titles in a cell. */
const SHOWN = 2

/** A month at a glance, for screens that have room: what is due on each day, which the list below tells in full. */
export function MonthGrid(props: { month: string; today: string; due: readonly DueReview[] }) {
  const { month, today, due } = props
  return (
    <Table
      withTableBorder
      withColumnBorders
      layout="fixed"
      visibleFrom="md"
      aria-label={showMonth(month)}
    >
      <Table.Thead>
        <Table.Tr>
          {WEEKDAYS.map((name) => (
            <Table.Th key={name} scope="col">
              {name}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {toWeeks(month).map((week) => (
          <Table.Tr key={week.find((day) => day !== null)}>
            {week.map((day, index) => (
              <Table.Td
                key={WEEKDAYS[index]}
                h={96}
                style={{ verticalAlign: 'top' }}
                bg={day === today ? 'blue.0' : undefined}
                aria-current={day === today ? 'date' : undefined}
              >
                {day && <Day day={day} due={due.filter((one) => one.day === day)} />}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Day({ day, due }: { day: string; due: readonly DueReview[] }) {
  const date = (
    <Text size="sm" fw={600}>
      {Number(day.slice(8))}
    </Text>
  )
  if (due.length === 0) return date
  return (
    <UnstyledButton
      w="100%"
      onClick={() => document.getElementById(toDayId(day))?.scrollIntoView()}
    >
      {date}
      {due.slice(0, SHOWN).map(({ kind, id, why, title }) => (
        <Text key={`${kind} ${id} ${why}`} size="xs" lineClamp={1}>
          {title}
        </Text>
      ))}
      {due.length > SHOWN && (
        <Text size="xs" fw={600}>
          và {due.length - SHOWN} mục nữa
        </Text>
      )}
    </UnstyledButton>
  )
}

/** The id of a day's part of the list. */
export const toDayId = (day: string) => `ngay-${day}`
