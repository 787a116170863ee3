import { Button, CopyButton, Modal, Stack, Text, Textarea } from '@mantine/core'

/** A one-time link to hand over. */
export type HandedLink = { name: string; path: string; purpose: 'invite' | 'reset' }

const LIVES = { invite: '7 ngày', reset: '24 giờ' } as const

/** Shows a one-time link, this once. */
export function HandedLinkDialog({ link, onClose }: { link: HandedLink | null; onClose(): void }) {
  const address = link ? `${window.location.origin}${link.path}` : ''
  return (
    <Modal opened={link !== null} onClose={onClose} title={`Đường dẫn cho ${link?.name ?? ''}`}>
      {link && (
        <Stack>
          <Text>
            Hãy gửi đường dẫn này cho đúng {link.name}, ví dụ qua Zalo. Đường dẫn chỉ dùng được một
            lần, trong {LIVES[link.purpose]}. Đóng hộp này rồi sẽ không xem lại được.
          </Text>
          <Textarea
            aria-label="Đường dẫn"
            readOnly
            value={address}
            onFocus={(event) => event.currentTarget.select()}
          />
          <CopyButton value={address}>
            {({ copied, copy }) => (
              <Button onClick={copy} color={copied ? 'green' : 'blue'}>
                {copied ? 'Đã chép' : 'Chép đường dẫn'}
              </Button>
            )}
          </CopyButton>
        </Stack>
      )}
    </Modal>
  )
}
