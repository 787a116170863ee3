import { Progress, Table, Text } from '@mantine/core'
import { formatCount, toLeast } from '../../../../insights/shown-count'
import type { Funnel } from '../../../../insights/to-funnel'

/** A guide's steps with how many came, did not go on, and said that they stop. */
export function FunnelTable({
  funnel,
  names,
}: {
  funnel: Funnel
  names: Readonly<Record<string, string>>
}) {
  const most = Math.max(1, ...funnel.steps.map(({ reached }) => toLeast(reached)))
  return (
    <>
      <Text>
        Làm xong cả hướng dẫn: {formatCount(funnel.completed)}. Các số ở phần này làm tròn đến 5.
      </Text>
      <Table.ScrollContainer
        minWidth={340}
        scrollAreaProps={{
          viewportProps: { tabIndex: 0, role: 'region', 'aria-label': 'Các bước của hướng dẫn' },
        }}
      >
        <Table striped withTableBorder style={{ overflowWrap: 'normal' }}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Bước</Table.Th>
              <Table.Th ta="right">Tới bước</Table.Th>
              <Table.Th ta="right">Dừng lại ở đây</Table.Th>
              <Table.Th ta="right">Tự bấm thôi</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {funnel.steps.map(({ id, reached, left, stopped, end }) => (
              <Table.Tr key={id}>
                <Table.Th scope="row" fw={400}>
                  {names[id] ?? id}
                  <Progress
                    value={(100 * toLeast(reached)) / most}
                    color={end ? 'green.8' : 'blue.8'}
                    mt={4}
                    aria-hidden
                  />
                </Table.Th>
                <Table.Td ta="right">{formatCount(reached)}</Table.Td>
                <Table.Td ta="right">{end ? 'kết thúc' : formatCount(left)}</Table.Td>
                <Table.Td ta="right">{formatCount(stopped)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  )
}
