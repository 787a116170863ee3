import { notifications } from '@mantine/notifications'

/** Short notices at the foot of the screen. */
export const tell = {
  /** Something was done. It goes by itself. */
  done(message: string): void {
    notifications.show({ message, color: 'green' })
  },
  /** Something was not done: it stays until it is closed. */
  failed(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error)
    notifications.show({ title: 'Chưa làm được', message, color: 'red', autoClose: false })
  },
}
