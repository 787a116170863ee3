import { Button, Code, CopyButton, Group, SimpleGrid, Stack, Text } from '@mantine/core'

/** Shows recovery codes, this once. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept(): void }) {
  return (
    <Stack>
      <Text>
        Xác thực hai lớp đã bật. Nếu mất điện thoại, bạn đăng nhập bằng một trong các mã này, mỗi mã
        một lần. Hãy in ra hoặc chép vào nơi an toàn: đóng hộp này rồi sẽ không xem lại được.
      </Text>
      <SimpleGrid cols={2} spacing="xs">
        {codes.map((code) => (
          <Code key={code} fz="md" ta="center">
            {code}
          </Code>
        ))}
      </SimpleGrid>
      <Group grow>
        <CopyButton value={codes.join('\n')}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? 'Đã chép' : 'Chép'}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onKept}>Tôi đã cất mã</Button>
      </Group>
    </Stack>
  )
}
