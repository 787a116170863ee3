import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FieldChange } from '../../../../knowledge/compare-topic-forms'
import type { TopicForm } from '../../../../knowledge/topic-form'
import type { EntryView } from '../../../answers/create-draft-views'
import { ApiError, callApi } from '../../call-api'
import { tell } from '../../tell'
import { useChange } from '../../use-change'
import { EMPTY_FORM, isSame, withField } from './form-fields'
import { ANSWERS_KEY } from './use-answers'

/** What the server tells of a conflict: what the other wrote, and where this person's form differs from it. */
export type Conflict = {
  message: string
  version: number
  basedOn: string | null
  changes: FieldChange[]
}

/** The form of an entry while someone writes it. */
export type Editor = {
  form: TopicForm
  /** The form as it was taken up. */
  begun: TopicForm
  note: string
  isDirty: boolean
  isSaving: boolean
  conflict: Conflict | null
  set(field: string, value: unknown): void
  setNote(note: string): void
  save(): void
  /** Goes on with a form that has both; it is saved by the person. */
  settle(form: TopicForm): void
  /** Takes up what the server says now, in place of the form. */
  takeUp(entry: EntryView): void
}

/** @param entry the entry as it was when it was opened; null for a new one */
export function useEditor(
  entry: EntryView | null,
  { onCreated }: { onCreated(id: string): void },
): Editor {
  const queries = useQueryClient()
  const [begun, setBegun] = useState(() => toForm(entry))
  const [form, setForm] = useState(begun)
  const [note, setNote] = useState(entry?.draft?.note ?? '')
  const [seen, setSeen] = useState(() => toSeen(entry))
  const [conflict, setConflict] = useState<Conflict | null>(null)

  function takeUp(to: EntryView): void {
    setBegun(toForm(to))
    setForm(toForm(to))
    setNote(to.draft?.note ?? '')
    setSeen(toSeen(to))
    setConflict(null)
    queries.setQueryData([...ANSWERS_KEY, 'entry', to.id], to)
  }

  const save = useChange(
    async () => {
      if (entry) {
        const body = { form, note, ...seen }
        const path = `/answers/entries/${entry.id}/draft`
        return takeUp(await callApi<EntryView>(path, { method: 'PUT', body }))
      }
      const body = { form, note }
      const { id } = await callApi<{ id: string }>('/answers/entries', { method: 'POST', body })
      setBegun(form)
      onCreated(id)
    },
    {
      done: 'Đã lưu nháp.',
      refresh: [
        [...ANSWERS_KEY, 'list'],
        [...ANSWERS_KEY, 'waiting'],
      ],
      isQuiet: true,
    },
  )

  return {
    form,
    begun,
    note,
    isDirty: !isSame(form, begun),
    isSaving: save.isPending,
    conflict,
    set: (field, value) => setForm((before) => withField(before, field, value)),
    setNote,
    save: () =>
      save.mutate(undefined, {
        onError: (error) => {
          const found = toConflict(error)
          if (found) setConflict(found)
          else tell.failed(error)
        },
      }),
    settle(merged) {
      if (!conflict) return
      setForm(merged)
      setSeen({ version: conflict.version, basedOn: conflict.basedOn })
      setConflict(null)
    },
    takeUp,
  }
}

function toForm(entry: EntryView | null): TopicForm {
  return entry?.draft?.form ?? entry?.published?.form ?? EMPTY_FORM
}

function toSeen(entry: EntryView | null) {
  return { version: entry?.draft?.version ?? 0, basedOn: entry?.published?.hash ?? null }
}

function toConflict(error: unknown): Conflict | null {
  const isConflict = error instanceof ApiError && error.code === 'changed'
  const body = isConflict ? (error.body as Partial<Conflict>) : null // of the server's AnswerError
  return body?.changes ? (body as Conflict) : null
}
