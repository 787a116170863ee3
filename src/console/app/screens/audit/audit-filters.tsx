import { Button, Group, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ACTION_NAMES } from '../../../audit/action-names'
import { callApi } from '../../call-api'

/** What is looked for; empty where it does not matter. Days as `2025-06-03`. */
export type AuditChoice = {
  account: string
  action: string
  text: string
  from: string
  to: string
}

/** Looks for nothing in particular. */
export const EVERYTHING: AuditChoice = { account: '', action: '', text: '', from: '', to: '' }

/** The filters of the trail; they hold when the button is pressed. */
export function AuditFilters({
  choice,
  onChange,
}: {
  choice: AuditChoice
  onChange(choice: AuditChoice): void
}) {
  const [draft, setDraft] = useState(choice)
  const set = (change: Partial<AuditChoice>) => setDraft({ ...draft, ...change })
  const { data } = useQuery({
    queryKey: ['audit', 'people'],
    queryFn: () => callApi<{ people: { id: number; name: string }[] }>('/audit/people'),
  })
  const look = (event: FormEvent) => {
    event.preventDefault()
    onChange(draft)
  }
  return (
    <form onSubmit={look}>
      <Group align="flex-end">
        <Select
          label="Người làm"
          w={220}
          clearable
          placeholder="Mọi người"
          data={(data?.people ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
          value={draft.account || null}
          onChange={(account) => set({ account: account ?? '' })}
          clearButtonProps={{ 'aria-label': 'Mọi người' }}
        />
        <Select
          label="Việc"
          w={260}
          clearable
          searchable
          placeholder="Mọi việc"
          nothingFoundMessage="Không có việc này"
          data={Object.entries(ACTION_NAMES).map(([value, label]) => ({ value, label }))}
          value={draft.action || null}
          onChange={(action) => set({ action: action ?? '' })}
          clearButtonProps={{ 'aria-label': 'Mọi việc' }}
        />
        <TextInput
          label="Từ ngày"
          type="date"
          w={170}
          value={draft.from}
          onChange={(event) => set({ from: event.currentTarget.value })}
        />
        <TextInput
          label="Đến ngày"
          type="date"
          w={170}
          value={draft.to}
          onChange={(event) => set({ to: event.currentTarget.value })}
        />
        <TextInput
          label="Có chữ"
          w={200}
          value={draft.text}
          onChange={(event) => set({ text: event.currentTarget.value })}
        />
        <Button type="submit">Lọc</Button>
        <Button
          variant="default"
          onClick={() => {
            setDraft(EVERYTHING)
            onChange(EVERYTHING)
          }}
        >
          Bỏ lọc
        </Button>
      </Group>
    </form>
  )
}
