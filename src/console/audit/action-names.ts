/** What the actions of the audit trail are called, by the name that is noted. A new action gets a line here. */
export const ACTION_NAMES: Readonly<Record<string, string>> = {
  'session.start': 'Đăng nhập',
  'account.password': 'Đổi mật khẩu của mình',
  'account.totp_on': 'Bật xác thực hai lớp',
  'account.totp_off': 'Tắt xác thực hai lớp',
  'account.sign_out_elsewhere': 'Đăng xuất khỏi các máy khác',
  'people.invite': 'Mời người mới',
  'people.join': 'Nhận lời mời',
  'people.role': 'Đổi quyền',
  'people.lock': 'Khóa tài khoản',
  'people.unlock': 'Mở khóa tài khoản',
  'people.link': 'Cấp đường dẫn',
  'people.new_password': 'Đặt mật khẩu mới qua đường dẫn',
  'people.totp_off': 'Bỏ xác thực hai lớp của người khác',
  'people.uninvite': 'Hủy lời mời',
}
