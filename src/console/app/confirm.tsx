import { Text } from '@mantine/core'
import { modals } from '@mantine/modals'

/** Asks before something that cannot simply be taken back. */
export function confirm({
  title,
  text,
  yes,
  onYes,
}: {
  title: string
  /** What will happen. */
  text: string
  /** The words of the button: what it does, `Khóa tài khoản`. */
  yes: string
  onYes(): void
}): void {
  modals.openConfirmModal({
    title,
    children: <Text>{text}</Text>,
    labels: { confirm: yes, cancel: 'Không' },
    confirmProps: { color: 'red' },
    onConfirm: onYes,
  })
}
