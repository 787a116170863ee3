import { Alert, Stack, Title } from '@mantine/core'
import type { ReactNode } from 'react'

/** A screen's heading, what went wrong in reading it, and what is in it. */
export function ScreenFrame({
  title,
  error = null,
  children,
}: {
  title: string
  /** Of the query that the screen shows. */
  error?: Error | null
  children: ReactNode
}) {
  return (
    <Stack>
      <Title order={1} size="h2">
        {title}
      </Title>
      {error && (
        <Alert color="red" role="alert">
          {error.message}
        </Alert>
      )}
      {children}
    </Stack>
  )
}
