import { Button, Group, Modal, Text } from '@mantine/core'
import { useEffect } from 'react'
import { useBlocker } from 'react-router'

/** Asks before someone leaves what they have typed and not saved. */
export function UnsavedGuard({ isDirty }: { isDirty: boolean }) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isDirty && currentLocation.pathname !== nextLocation.pathname,
  )
  useEffect(() => {
    if (!isDirty) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isDirty])
  return (
    <Modal
      opened={blocker.state === 'blocked'}
      onClose={() => blocker.reset?.()}
      title="Chưa lưu những gì vừa viết"
    >
      <Text mb="md">Rời trang này thì những gì vừa viết sẽ mất.</Text>
      <Group>
        <Button onClick={() => blocker.reset?.()}>Ở lại viết tiếp</Button>
        <Button variant="default" onClick={() => blocker.proceed?.()}>
          Bỏ, rời trang
        </Button>
      </Group>
    </Modal>
  )
}
