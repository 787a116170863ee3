import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { callApi } from '../../call-api'
import { OWN_KEY } from './own-key'
import { SecondFactorOff } from './second-factor-off'
import { SecondFactorSetup } from './second-factor-setup'

/** Whether sign-in asks for a code of the telephone, too, and how to have it so or not. */
export function SecondFactor() {
  const { data } = useQuery({
    queryKey: OWN_KEY,
    queryFn: () => callApi<{ hasTotp: boolean; recoveryCodesLeft: number }>('/account'),
  })
  const [isOpen, dialog] = useDisclosure(false)
  if (!data) return null
  const { hasTotp, recoveryCodesLeft } = data
  return (
    <Stack align="flex-start">
      <Group>
        <Badge color={hasTotp ? 'green' : 'gray'}>{hasTotp ? 'Đang bật' : 'Chưa bật'}</Badge>
        {hasTotp && (
          <Text size="sm" c={recoveryCodesLeft < 3 ? 'red.9' : 'gray.7'}>
            Còn {recoveryCodesLeft} mã dự phòng
          </Text>
        )}
      </Group>
      <Text>
        Khi bật, mỗi lần đăng nhập cần thêm mã 6 số trong điện thoại của bạn. Ai biết mật khẩu cũng
        không vào được nếu không có điện thoại.
      </Text>
      <Button variant="default" onClick={dialog.open}>
        {hasTotp ? 'Tắt xác thực hai lớp' : 'Bật xác thực hai lớp'}
      </Button>
      {hasTotp ? (
        <SecondFactorOff isOpen={isOpen} onClose={dialog.close} />
      ) : (
        <SecondFactorSetup isOpen={isOpen} onClose={dialog.close} />
      )}
    </Stack>
  )
}
