import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FieldChange } from '../../../../knowledge/compare-topic-forms'
import type { EntryView } from '../../../answers/create-draft-views'
import { ApiError, callApi } from '../../call-api'
import { tell } from '../../tell'
import { useChange } from '../../use-change'
import { isSame } from './form-fields'
import type { FormKind } from './form-kind'

/** What the server tells of a conflict: what the other wrote, and where this person's form differs from it. */
export type Conflict = {
  message: string
  version: number
  basedOn: string | null
  changes: FieldChange[]
}

/** The form of an entry, or of a guide, while someone writes it. */
export type Editor<Form> = {
  kind: FormKind<Form>
  form: Form
  /** The form as it was taken up. */
  begun: Form
  note: string
  isDirty: boolean
  isSaving: boolean
  conflict: Conflict | null
  set(field: string, value: unknown): void
  setNote(note: string): void
  save(): void
  /** Goes on with a form that has both; it is saved by the person. */
  settle(form: Form): void
  /** Takes up what the server says now, in place of the form. */
  takeUp(entry: EntryView<Form>): void
}

/** @param entry the entry as it was when it was opened; null for a new one */
export function useEditor<Form>(
  kind: FormKind<Form>,
  entry: EntryView<Form> | null,
  { onCreated }: { onCreated?(id: string): void } = {},
): Editor<Form> {
  const queries = useQueryClient()
  const [begun, setBegun] = useState(() => toForm(kind, entry))
  const [form, setForm] = useState(begun)
  const [note, setNote] = useState(entry?.draft?.note ?? '')
  const [seen, setSeen] = useState(() => toSeen(entry))
  const [conflict, setConflict] = useState<Conflict | null>(null)

  function takeUp(to: EntryView<Form>): void {
    setBegun(toForm(kind, to))
    setForm(toForm(kind, to))
    setNote(to.draft?.note ?? '')
    setSeen(toSeen(to))
    setConflict(null)
    // What else the screen was told of it stays as it is.
    queries.setQueryData([...kind.key, 'entry', to.id], (before: object | undefined) => ({
      ...before,
      ...to,
    }))
  }

  const save = useChange(
    async () => {
      if (entry) {
        const body = { form, note, ...seen }
        const path = `${kind.base}/${entry.id}/draft`
        return takeUp(await callApi<EntryView<Form>>(path, { method: 'PUT', body }))
      }
      const body = { form, note }
      const { id } = await callApi<{ id: string }>(kind.base, { method: 'POST', body })
      setBegun(form)
      onCreated?.(id)
    },
    {
      done: 'Đã lưu nháp.',
      refresh: [
        [...kind.key, 'list'],
        [...kind.key, 'waiting'],
      ],
      isQuiet: true,
    },
  )

  return {
    kind,
    form,
    begun,
    note,
    isDirty: !isSame(form, begun),
    isSaving: save.isPending,
    conflict,
    set: (field, value) => setForm((before) => kind.withField(before, field, value)),
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

function toForm<Form>(kind: FormKind<Form>, entry: EntryView<Form> | null): Form {
  return entry?.draft?.form ?? entry?.published?.form ?? kind.empty
}

function toSeen(entry: EntryView<unknown> | null) {
  return { version: entry?.draft?.version ?? 0, basedOn: entry?.published?.hash ?? null }
}

function toConflict(error: unknown): Conflict | null {
  const isConflict = error instanceof ApiError && error.code === 'changed'
  const body = isConflict ? (error.body as Partial<Conflict>) : null // of the server's AnswerError
  return body?.changes ? (body as Conflict) : null
}
