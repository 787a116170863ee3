import { z } from 'zod'
import { ROLES } from '../../storage/role'

/** Somebody's name as it is typed. */
export const personName = z
  .string({ error: 'Hãy nhập họ tên.' })
  .trim()
  .min(1, 'Hãy nhập họ tên.')
  .max(100, 'Họ tên dài quá 100 ký tự.')

/** Somebody's e-mail address, in small letters. */
export const personEmail = z
  .string({ error: 'Hãy nhập email.' })
  .trim()
  .toLowerCase()
  .max(200, 'Email quá dài.')
  .pipe(z.email('Email chưa đúng, ví dụ: lan@hanoi.gov.vn'))

/** What somebody is to be allowed. */
export const personRole = z.enum(ROLES, 'Hãy chọn quyền.')
