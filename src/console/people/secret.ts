import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits in base64url, for cookies and one-time links. */
export function createSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a secret that is random itself: SHA-256, in hex. Not for passwords, which can be guessed. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
