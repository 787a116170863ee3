import { Alert } from '@mantine/core'

/** Tells an error where it happened; nothing without one. */
export function ErrorNote({ error }: { error: Error | null | undefined }) {
  if (!error) return null
  return (
    <Alert color="red" role="alert">
      {error.message}
    </Alert>
  )
}
