import { ActionIcon, Button, Fieldset, Group, Select, Stack, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { TopicForm } from '../../../../knowledge/topic-form'
import type { Choices } from './use-answers'

type EntryButton = TopicForm['buttons'][number]

const KINDS = [
  { value: 'topic', label: 'Mở mục khác' },
  { value: 'flow', label: 'Mở hướng dẫn' },
  { value: 'link', label: 'Mở trang web' },
]
const MOST = 3

/** Up to three buttons, each to another entry, a guide or a page. */
export function ButtonsField({
  buttons,
  onChange,
  choices,
}: {
  buttons: readonly EntryButton[]
  onChange(buttons: EntryButton[]): void
  choices: Choices
}) {
  const replace = (index: number, button: EntryButton) =>
    onChange(buttons.map((one, at) => (at === index ? button : one)))
  return (
    <Fieldset legend="Nút dưới câu trả lời (tối đa 3)">
      <Stack>
        {buttons.map((button, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a button is known by its place alone
          <Group key={index} align="flex-end" gap="xs">
            <Select
              label={`Nút ${index + 1}`}
              data={KINDS}
              value={kindOf(button)}
              onChange={(kind) => replace(index, emptyButton(kind))}
              w={170}
            />
            <Target
              button={button}
              number={index + 1}
              choices={choices}
              onChange={(to) => replace(index, to)}
            />
            <ActionIcon
              variant="default"
              size={42}
              aria-label={`Bỏ nút ${index + 1}`}
              onClick={() => onChange(buttons.filter((_, at) => at !== index))}
            >
              <IconTrash size={20} />
            </ActionIcon>
          </Group>
        ))}
        {buttons.length < MOST && (
          <Button variant="default" onClick={() => onChange([...buttons, emptyButton('topic')])}>
            Thêm nút
          </Button>
        )}
      </Stack>
    </Fieldset>
  )
}

function Target({
  button,
  number,
  choices,
  onChange,
}: {
  button: EntryButton
  number: number
  choices: Choices
  onChange(button: EntryButton): void
}) {
  if ('link' in button) {
    return (
      <>
        <TextInput
          label="Chữ trên nút"
          aria-label={`Chữ trên nút ${number}`}
          value={button.title}
          onChange={({ currentTarget }) => onChange({ ...button, title: currentTarget.value })}
          w={{ base: '100%', xs: 180 }}
        />
        <TextInput
          label="Địa chỉ"
          aria-label={`Địa chỉ của nút ${number}`}
          type="url"
          placeholder="https://vneid.gov.vn"
          value={button.link}
          onChange={({ currentTarget }) => onChange({ ...button, link: currentTarget.value })}
          flex="1 1 200px"
        />
      </>
    )
  }
  const isTopic = 'topic' in button
  const data = isTopic
    ? choices.topics.map(({ id, label, question }) => ({
        value: id,
        label: `${label}: ${question}`,
      }))
    : choices.flows.map(({ id, title }) => ({ value: id, label: title }))
  const value = isTopic ? button.topic : button.flow
  return (
    <Select
      label={isTopic ? 'Mục' : 'Hướng dẫn'}
      aria-label={`${isTopic ? 'Mục' : 'Hướng dẫn'} của nút ${number}`}
      data={data}
      value={value || null}
      onChange={(id) => onChange(isTopic ? { topic: id ?? '' } : { flow: id ?? '' })}
      searchable
      limit={50}
      nothingFoundMessage="Không có"
      flex="1 1 220px"
    />
  )
}

const kindOf = (button: EntryButton) =>
  'link' in button ? 'link' : 'flow' in button ? 'flow' : 'topic'

function emptyButton(kind: string | null): EntryButton {
  if (kind === 'link') return { link: '', title: '' }
  return kind === 'flow' ? { flow: '' } : { topic: '' }
}
