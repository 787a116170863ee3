import { Alert } from '@mantine/core'

/** Says how many people are lacking who could let a notice out. Nothing where there are enough. */
export function LackingAlert({ lacking }: { lacking: number }) {
  if (lacking === 0) return null
  return (
    <Alert color="red" title="Chưa đủ người duyệt">
      Đính chính khẩn cần hai người khác người viết cùng duyệt. Còn thiếu {lacking} tài khoản có
      quyền duyệt đang dùng được. Hãy nhờ quản trị viên mời thêm người hoặc mở khóa tài khoản ở mục
      Người dùng.
    </Alert>
  )
}
