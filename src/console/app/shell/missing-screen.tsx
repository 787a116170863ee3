import { Alert, Anchor } from '@mantine/core'
import { Link } from 'react-router'

/** For an address at which there is nothing. */
export function MissingScreen() {
  return (
    <Alert color="yellow" title="Không có trang này">
      Đường dẫn có thể đã cũ.{' '}
      <Anchor component={Link} to="/">
        Về trang chính
      </Anchor>
    </Alert>
  )
}
