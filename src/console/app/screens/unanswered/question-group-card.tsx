import { Badge, Button, Card, Collapse, Group, List, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import type { ShownGroup } from '../../../unanswered/list-groups'
import { useMayEdit } from '../../session/use-may-edit'
import { showTime } from '../../show-time'
import { DecideDialog } from './decide-dialog'
import { DECISION_NAMES, type DecisionKind, type UnansweredList } from './question-types'

const KINDS = ['example', 'entry', 'outside', 'dismissed'] as const

/** One matter that people ask in vain: how often, in which words, and what to do about it. */
export function QuestionGroupCard({ group, list }: { group: ShownGroup; list: UnansweredList }) {
  const [isOpen, { toggle }] = useDisclosure(false)
  const [kind, setKind] = useState<DecisionKind | null>(null)
  const mayEdit = useMayEdit()
  const others = group.members.slice(1)
  return (
    <Card withBorder component="article">
      <Stack gap="xs">
        <Group wrap="nowrap" align="flex-start">
          <Badge size="lg" circle={group.count < 100} flex="none" aria-label={`${group.count} lần`}>
            {group.count}
          </Badge>
          <Text fw={600}>{group.text}</Text>
        </Group>
        <Text size="sm" c="dark.4">
          {toReasons(group, list)} Lần gần nhất: {showTime(group.latest)}.
        </Text>
        {others.length > 0 && (
          <>
            <Button variant="subtle" size="compact-md" w="fit-content" onClick={toggle}>
              {isOpen ? 'Thu lại' : `Xem ${others.length} cách hỏi khác`}
            </Button>
            <Collapse expanded={isOpen}>
              <List>
                {others.map(({ form, text, count }) => (
                  <List.Item key={form}>
                    {text} {count > 1 && <Text span c="dark.4">{`(${count} lần)`}</Text>}
                  </List.Item>
                ))}
              </List>
            </Collapse>
          </>
        )}
        {mayEdit && (
          <Group gap="xs">
            {KINDS.map((one) => (
              <Button
                key={one}
                variant={one === 'example' ? 'filled' : 'default'}
                onClick={() => setKind(one)}
              >
                {DECISION_NAMES[one]}
              </Button>
            ))}
          </Group>
        )}
      </Stack>
      {kind && <DecideDialog kind={kind} group={group} list={list} onClose={() => setKind(null)} />}
    </Card>
  )
}

function toReasons(
  { unanswered, unsure, notUseful, topics }: ShownGroup,
  { entries }: UnansweredList,
): string {
  const marked = topics.map((id) => entries.find((entry) => entry.id === id)?.question ?? id)
  const reasons = [
    ...(unanswered > 0 ? [`${unanswered} lần chưa trả lời được`] : []),
    ...(unsure > 0 ? [`${unsure} lần hỏi lại mà không ai chọn`] : []),
    ...(notUseful > 0
      ? [`${notUseful} lần bị chấm chưa đúng (mục: ${marked.join('; ') || 'không rõ'})`]
      : []),
  ]
  return `${reasons.join(', ')}.`
}
