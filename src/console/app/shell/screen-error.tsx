import { Alert, Button } from '@mantine/core'

/** In the place of a screen that failed, or that a newer build has replaced since the page was opened. */
export function ScreenError() {
  return (
    <Alert color="red" title="Trang này gặp lỗi" role="alert">
      <p>Có thể phần mềm vừa được cập nhật. Hãy tải lại trang.</p>
      <Button onClick={() => window.location.reload()}>Tải lại trang</Button>
    </Alert>
  )
}
