import { Button, Modal, Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { divideChanges } from './form-fields'
import type { Conflict, Editor } from './use-editor'
import { ValueChange } from './value-change'

/** Comes when someone else changed the same entry: shows what, and has the person choose where both changed a field. */
export function ConflictDialog<Form>({ editor }: { editor: Editor<Form> }) {
  const { conflict } = editor
  return (
    <Modal
      opened={conflict !== null}
      onClose={() => {}}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title="Người khác vừa sửa mục này"
      size="lg"
    >
      {conflict && <Choice key={conflict.version} conflict={conflict} editor={editor} />}
    </Modal>
  )
}

function Choice<Form>({ conflict, editor }: { conflict: Conflict; editor: Editor<Form> }) {
  const { kind, begun, form } = editor
  const { theirs, both } = divideChanges(conflict.changes, (field) => kind.readField(begun, field))
  const [taken, setTaken] = useState<Record<string, string>>({})
  const isChosen = both.every(({ field }) => taken[field] !== undefined)
  const merge = () =>
    [...theirs, ...both.filter(({ field }) => taken[field] === 'theirs')].reduce(
      (merged, { field, now }) => kind.withField(merged, field, now),
      form,
    )
  return (
    <Stack>
      <Text>{conflict.message}</Text>
      {theirs.length > 0 && <Text fw={600}>Chỗ chỉ người kia sửa, sẽ được lấy vào:</Text>}
      {theirs.map((change) => (
        <ValueChange key={change.field} change={change} name={kind.nameField(change.field, form)} />
      ))}
      {both.length > 0 && (
        <Text fw={600}>Chỗ cả hai cùng sửa (Trước là của bạn, Nay là của người kia):</Text>
      )}
      {both.map((change) => (
        <Stack key={change.field} gap={4}>
          <ValueChange change={change} name={kind.nameField(change.field, form)} />
          <Radio.Group
            label={`${kind.nameField(change.field, form)}: giữ bên nào?`}
            value={taken[change.field] ?? null}
            onChange={(side) => setTaken((before) => ({ ...before, [change.field]: side }))}
          >
            <Radio value="mine" label="Giữ của tôi" mt={4} />
            <Radio value="theirs" label="Lấy của người kia" mt={4} />
          </Radio.Group>
        </Stack>
      ))}
      <Button disabled={!isChosen} onClick={() => editor.settle(merge())}>
        Gộp lại, xem rồi lưu
      </Button>
    </Stack>
  )
}
