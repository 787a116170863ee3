/**
 * Lower-cases and takes every Vietnamese mark off: `Đăng ký` → `dang ky`. What people type when
 * they do not bother with marks, and so the common ground between marked and unmarked spelling.
 */
export function fold(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd')
}
