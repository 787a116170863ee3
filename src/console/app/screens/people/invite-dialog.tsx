import { Alert, Button, Modal, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { ROLES } from '../../../../storage/role'
import { ROLE_NAMES } from '../../../people/role-names'
import { callApi } from '../../call-api'
import { useChange } from '../../use-change'
import type { HandedLink } from './handed-link-dialog'
import { PEOPLE_KEY } from './people-key'

const MEANINGS = {
  viewer: 'xem mọi thứ, không sửa',
  editor: 'soạn và sửa câu trả lời',
  approver: 'duyệt và đăng câu trả lời',
  admin: 'làm mọi việc, kể cả quản lý người dùng',
} as const

/** Asks whom to invite. */
export function InviteDialog({
  isOpen,
  onClose,
  onInvited,
}: {
  isOpen: boolean
  onClose(): void
  onInvited(link: HandedLink): void
}) {
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: '', email: '', role: 'editor' },
  })
  const invite = useChange(
    (person: typeof form.values) =>
      callApi<{ link: string }>('/people', { method: 'POST', body: person }),
    {
      refresh: [PEOPLE_KEY],
      isQuiet: true,
      onDone: ({ link }, { name }) => {
        form.reset()
        onInvited({ name, path: link, purpose: 'invite' })
      },
    },
  )
  return (
    <Modal opened={isOpen} onClose={onClose} title="Mời người mới">
      <form onSubmit={form.onSubmit((person) => invite.mutate(person))}>
        <Stack>
          {invite.error && (
            <Alert color="red" role="alert">
              {invite.error.message}
            </Alert>
          )}
          <TextInput
            label="Họ và tên"
            required
            maxLength={100}
            autoComplete="off"
            data-autofocus
            key={form.key('name')}
            {...form.getInputProps('name')}
          />
          <TextInput
            label="Email"
            description="Dùng để đăng nhập; Loa không gửi thư"
            type="email"
            required
            autoComplete="off"
            key={form.key('email')}
            {...form.getInputProps('email')}
          />
          <Select
            label="Quyền"
            required
            data={ROLES.map((value) => ({
              value,
              label: `${ROLE_NAMES[value]}: ${MEANINGS[value]}`,
            }))}
            key={form.key('role')}
            {...form.getInputProps('role')}
          />
          <Button type="submit" loading={invite.isPending}>
            Tạo lời mời
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
