import { Anchor, Button, Grid, Group, Select, Stack, TextInput, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useSearchParams } from 'react-router'
import type { FlowForm } from '../../../../flows/flow-form'
import type { FlowView } from '../../../flows/create-flows-routes'
import { useMayEdit } from '../../session/use-may-edit'
import { ConflictDialog } from '../answers/conflict-dialog'
import { DraftStatus } from '../answers/draft-status'
import { EntryActions } from '../answers/entry-actions'
import { FieldProblems } from '../answers/field-problems'
import { isSame } from '../answers/form-fields'
import { UnsavedGuard } from '../answers/unsaved-guard'
import { type Editor, useEditor } from '../answers/use-editor'
import { type EntryProblems, useEntryProblems } from '../answers/use-entry-problems'
import { ValueChange } from '../answers/value-change'
import { FLOW_FORM } from './flow-form-kind'
import { StepFields } from './step-fields'
import { StepPreview } from './step-preview'

/** The server is asked when nobody has typed for so long, in milliseconds. */
const PAUSE_MS = 500

/** The words of a guide, one step at a time, and beside them how the step looks. */
export function FlowEditor({ flow }: { flow: FlowView }) {
  const { id, outline, published, draft } = flow
  const canWrite = useMayEdit()
  const editor = useEditor(FLOW_FORM, flow)
  const [params, setParams] = useSearchParams()
  const steps = outline.steps.map((step) => step.id)
  const chosen = steps.indexOf(params.get('step') ?? '')
  const index = Math.max(0, chosen)
  const step = steps[index] ?? ''
  const goTo = (to: string | undefined | null) => {
    if (to) setParams({ step: to }, { replace: true })
  }
  const [form] = useDebouncedValue(editor.form, PAUSE_MS)
  const problems = useEntryProblems(`/flows/${id}/check`, { form }, canWrite)
  return (
    <Grid gap="xl">
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Stack>
          <DraftStatus
            kind={FLOW_FORM}
            entry={flow}
            links={
              <Anchor href={`/g/${id}`} target="_blank" underline="always">
                Trang người dân xem
              </Anchor>
            }
          />
          {draft && !editor.isDirty && <Changes flow={flow} />}
          <div>
            <TextInput
              label="Tên hướng dẫn"
              value={String(editor.form.title ?? '')}
              readOnly={!canWrite}
              onChange={({ currentTarget }) => editor.set('title', currentTarget.value)}
            />
            <FieldProblems problems={problems.at('title')} />
          </div>
          <Group align="flex-end" gap="xs" wrap="nowrap">
            <Select
              label={`Bước ${index + 1} trong ${steps.length}`}
              data={steps.map((one, at) => ({
                value: one,
                label: toLabel(one, at, { editor, problems, was: published?.form ?? {} }),
              }))}
              value={step}
              onChange={goTo}
              flex={1}
              searchable
              nothingFoundMessage="Không có bước nào như vậy"
            />
            <Button
              variant="default"
              disabled={index === 0}
              onClick={() => goTo(steps[index - 1])}
              aria-label="Bước trước"
            >
              ←
            </Button>
            <Button
              variant="default"
              disabled={index === steps.length - 1}
              onClick={() => goTo(steps[index + 1])}
              aria-label="Bước sau"
            >
              →
            </Button>
          </Group>
          <StepFields
            key={step}
            step={step}
            editor={editor}
            problems={problems}
            isReadOnly={!canWrite}
          />
          {canWrite && (
            <EntryActions
              entry={flow}
              editor={editor}
              needsSecond={flow.needsSecond}
              problems={problems}
            />
          )}
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Stack pos={{ md: 'sticky' }} top={76}>
          <StepPreview id={id} step={step} form={form} />
        </Stack>
      </Grid.Col>
      <ConflictDialog editor={editor} />
      <UnsavedGuard isDirty={editor.isDirty && !editor.isSaving} />
    </Grid>
  )
}

/** What the draft changes, for who approves it. */
function Changes({ flow: { draft } }: { flow: FlowView }) {
  if (!draft || draft.changes.length === 0) return null
  return (
    <Stack gap="xs" component="section" aria-labelledby="changes-title">
      <Title order={2} size="h4" id="changes-title">
        Nháp này sửa
      </Title>
      {draft.changes.map((change) => (
        <ValueChange
          key={change.field}
          change={change}
          name={FLOW_FORM.nameField(change.field, draft.form)}
        />
      ))}
    </Stack>
  )
}

/** A step in the list of steps: marked where something is to be mended, or says something else than what is published. */
function toLabel(
  step: string,
  index: number,
  {
    editor: { form },
    problems,
    was,
  }: { editor: Editor<FlowForm>; problems: EntryProblems; was: FlowForm },
): string {
  const at = `steps.${step}`
  const isWrong = problems.at(at).some(({ level }) => level === 'error')
  const isChanged = Object.keys(form).some(
    (field) => field.startsWith(`${at}.`) && !isSame(form[field], was[field]),
  )
  const mark = isWrong ? ' (phải sửa)' : isChanged ? ' (đã sửa)' : ''
  return `${index + 1}. ${form[`${at}.short`] || step}${mark}`
}
