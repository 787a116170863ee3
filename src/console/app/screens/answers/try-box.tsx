import { Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import type { TopicForm } from '../../../../knowledge/topic-form'
import type { Asked } from '../../../../rehearsal/ask-content'
import { callApi } from '../../call-api'
import { useChange } from '../../use-change'
import { ChatReply } from './chat-reply'

/** Asks a question of what is served and of the form, and tells what would be answered and why. */
export function TryBox({
  id,
  form,
  canTryDraft,
}: {
  id: string
  form: TopicForm
  canTryDraft: boolean
}) {
  const [text, setText] = useState('')
  const ask = useChange((of: 'served' | 'draft') =>
    callApi<Asked>(of === 'served' ? '/answers/ask' : '/answers/ask-draft', {
      method: 'POST',
      body: { text, channel: 'web', ...(of === 'draft' ? { id, form } : {}) },
    }),
  )
  const isReady = text.trim() !== ''
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="try-title">
      <Title order={2} size="h4" id="try-title" mb="xs">
        Hỏi thử
      </Title>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) ask.mutate(canTryDraft ? 'draft' : 'served')
        }}
      >
        <Stack gap="xs">
          <TextInput
            label="Câu người dân hỏi"
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
          <Group>
            {canTryDraft && (
              <Button
                type="submit"
                disabled={!isReady}
                loading={ask.isPending && ask.variables === 'draft'}
              >
                Hỏi bản đang viết
              </Button>
            )}
            <Button
              variant="default"
              disabled={!isReady}
              loading={ask.isPending && ask.variables === 'served'}
              onClick={() => ask.mutate('served')}
            >
              Hỏi bản đang dùng
            </Button>
          </Group>
        </Stack>
      </form>
      <div aria-live="polite">{ask.data && <Answer asked={ask.data} of={ask.variables} />}</div>
    </Paper>
  )
}

function Answer({ asked, of }: { asked: Asked; of: 'served' | 'draft' }) {
  const { candidates, readings, outside, thresholds } = asked
  return (
    <Stack gap="xs" mt="sm">
      <Text fw={600}>
        {of === 'draft' ? 'Bản đang viết' : 'Bản đang dùng'}: {describe(asked)}
      </Text>
      <ChatReply messages={asked.reply.messages} />
      {readings.length > 0 && (
        <Text size="sm">
          Loa đọc là: {readings.map(({ typed, read }) => `${typed} → ${read}`).join(', ')}
        </Text>
      )}
      {outside !== null && <Text size="sm">Việc Loa không trả lời: {outside}</Text>}
      <Text size="sm">
        Một câu chắc từ {percent(thresholds.answer)} thì Loa trả lời; ba câu đầu cộng lại từ{' '}
        {percent(thresholds.clarify)} thì Loa hỏi lại:
      </Text>
      {candidates.map(({ topic, question, score, example }) => (
        <Text size="sm" key={topic}>
          <b>{percent(score)}</b> {question}
          {example !== null && ` (giống câu “${example}”)`}
        </Text>
      ))}
    </Stack>
  )
}

const percent = (score: number) => `${Math.round(score * 100)}%`

function describe({ kind, topic, candidates }: Asked): string {
  const question = candidates.find((one) => one.topic === topic)?.question ?? topic
  switch (kind) {
    case 'answer':
    case 'step':
      return `trả lời bằng “${question}”`
    case 'clarify':
      return 'hỏi lại'
    case 'handoff':
      return 'mời gặp người'
    case 'safety':
      return 'cảnh báo an toàn'
    default:
      return 'chưa trả lời được'
  }
}
