import { hash, verify } from '@node-rs/argon2'
import { z } from 'zod'

/** OWASP's first choice for Argon2id: 19 MiB, 2 passes. Little memory, since several may sign in at once. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** A password that somebody chooses: long enough not to be guessed, and not one character over and over. */
export const newPassword = z
  .string({ error: 'Hãy nhập mật khẩu mới.' })
  .min(12, 'Mật khẩu cần ít nhất 12 ký tự. Một câu dễ nhớ với bạn là tốt nhất.')
  .max(200, 'Mật khẩu dài quá 200 ký tự.')
  .refine((text) => new Set(text).size >= 5, 'Mật khẩu này quá dễ đoán. Hãy chọn mật khẩu khác.')

/** What is stored of a password: Argon2id's text, which holds its salt and cost. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalize(password), COST)
}

/**
 * Whether it is the password.
 * @param stored null where there is none: takes as long as if there were, so that nobody learns which accounts exist
 */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this one')
  const matches = await verify(stored ?? (await decoy), normalize(password))
  return matches && stored !== null
}

let decoy: Promise<string> | undefined

/** The same keys give other bytes on a Mac than on Windows. */
function normalize(password: string): string {
  return password.normalize('NFC')
}
