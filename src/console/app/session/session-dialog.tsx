import { Button, Modal, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { Account } from '../../../storage/account-table'
import { SignInForm } from './sign-in-form'
import { signInGate } from './sign-in-gate'
import { ACCOUNT_KEY } from './use-account'

/**
 * Comes over the screen when the session has ended: what was typed stays beneath it, and what was asked for is done
 * once the same person has signed in. For another person the page begins anew.
 */
export function SessionDialog() {
  const queries = useQueryClient()
  const isOpen = useSyncExternalStore(signInGate.subscribe, signInGate.isClosed)
  const before = queries.getQueryData<Account | null>(ACCOUNT_KEY)
  const goOn = (account: Account) => {
    if (account.id !== before?.id) return window.location.reload()
    queries.setQueryData(ACCOUNT_KEY, account)
    signInGate.open()
  }
  return (
    <Modal
      opened={isOpen}
      onClose={() => {}}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title="Phiên làm việc đã hết"
      zIndex={1000}
    >
      <Text mb="md">Những gì bạn đang viết vẫn còn nguyên. Hãy đăng nhập lại để tiếp tục.</Text>
      <SignInForm email={before?.email ?? ''} onSignedIn={goOn} />
      <Button variant="subtle" mt="sm" fullWidth onClick={() => window.location.reload()}>
        Bỏ những gì đang viết, về trang đăng nhập
      </Button>
    </Modal>
  )
}
