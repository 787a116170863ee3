import { Anchor, Box, Progress, Table, Text } from '@mantine/core'
import { Link } from 'react-router'
import { formatCount, type ShownCount, toLeast } from '../../../../insights/shown-count'
import type { Funnel } from '../../../../insights/to-funnel'
import type { FlowOutline, OutlineStep } from '../../../flows/to-flow-outline'

/** A guide's steps in order, where each leads, and how many people came, did not go on, and said that they stop. */
export function StepTable({
  outline,
  funnel,
}: {
  outline: FlowOutline
  funnel: Funnel | undefined
}) {
  const { id, steps } = outline
  const counts = new Map(funnel?.steps.map((step) => [step.id, step]))
  const most = Math.max(1, ...[...counts.values()].map(({ reached }) => toLeast(reached)))
  const gone = (funnel?.steps ?? []).filter((one) => !steps.some((step) => step.id === one.id))
  return (
    <Table.ScrollContainer
      minWidth={340}
      scrollAreaProps={{
        viewportProps: { tabIndex: 0, role: 'region', 'aria-label': 'Các bước của hướng dẫn' },
      }}
    >
      <Table withTableBorder style={{ overflowWrap: 'normal' }} verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Bước</Table.Th>
            <Table.Th ta="right">Tới bước</Table.Th>
            <Table.Th ta="right">Dừng ở đây</Table.Th>
            <Table.Th ta="right">Tự bấm thôi</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {steps.map((step, index) => {
            const count = counts.get(step.id)
            return (
              <Table.Tr key={step.id}>
                <Table.Th scope="row" fw={400}>
                  <Anchor component={Link} to={`/flows/${id}/edit?step=${step.id}`} c="dark">
                    {index + 1}. {step.short}
                  </Anchor>
                  {count && (
                    <Progress
                      value={(100 * toLeast(count.reached)) / most}
                      color={step.end ? 'green.8' : 'blue.8'}
                      mt={4}
                      aria-hidden
                    />
                  )}
                  <Ways step={step} steps={steps} />
                </Table.Th>
                <Table.Td ta="right">{show(count?.reached)}</Table.Td>
                <Table.Td ta="right">{step.end ? 'kết thúc' : show(count?.left)}</Table.Td>
                <Table.Td ta="right">{show(count?.stopped)}</Table.Td>
              </Table.Tr>
            )
          })}
          {gone.map(({ id: old, reached, left, stopped, end }) => (
            <Table.Tr key={old}>
              <Table.Th scope="row" fw={400}>
                Bước cũ, nay không còn: {old}
              </Table.Th>
              <Table.Td ta="right">{show(reached)}</Table.Td>
              <Table.Td ta="right">{end ? 'kết thúc' : show(left)}</Table.Td>
              <Table.Td ta="right">{show(stopped)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

/** Nobody is counted of a step that nobody came to. */
const show = (count: ShownCount = 0) => formatCount(count)

function Ways({ step, steps }: { step: OutlineStep; steps: readonly OutlineStep[] }) {
  const nameOf = (id: string) => {
    const index = steps.findIndex((one) => one.id === id)
    return `bước ${index + 1}`
  }
  return (
    <Box component="ul" m={0} pl="lg" mt={4}>
      {step.ways.map(({ to, label, isBack }) => (
        <Text component="li" size="sm" key={`${to} ${label}`}>
          {label && `“${label}”: `}
          {isBack ? 'về ' : 'tới '}
          {nameOf(to)}
        </Text>
      ))}
      {step.calls.map(({ title, flow, flowTitle }) => (
        <Text component="li" size="sm" key={`${flow} ${title}`}>
          “{title}”: làm trước{' '}
          <Anchor component={Link} to={`/flows/${flow}`} size="sm" underline="always">
            {flowTitle}
          </Anchor>
        </Text>
      ))}
    </Box>
  )
}
