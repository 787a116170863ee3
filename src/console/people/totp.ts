import { randomInt } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { toDataURL } from 'qrcode'
import { hashSecret } from './secret'

const ISSUER = 'Loa'
const PERIOD_SECONDS = 30
/** A telephone's clock may be half a minute off, either way. */
const WINDOW = 1
const RECOVERY_CODES = 10
/** Without letters that are taken for digits, and with enough of them (50 bits) that a hash cannot be turned back. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'
const CODE_LENGTH = 10

/** A new secret in base32, as authenticator apps take it. */
export function createTotpSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** What an authenticator app scans: a picture as `data:` address. */
export function drawTotpCode(secret: string, email: string): Promise<string> {
  return toDataURL(toTotp(secret, email).toString(), { margin: 1, width: 220 })
}

/**
 * The step (RFC 6238: the number of half minutes since 1970) that a six-digit code belongs to; null for a wrong one.
 * @param now epoch milliseconds
 */
export function findTotpStep(secret: string, code: string, now: number): number | null {
  const delta = toTotp(secret, '').validate({ token: code, timestamp: now, window: WINDOW })
  return delta === null ? null : Math.floor(now / 1000 / PERIOD_SECONDS) + delta
}

/** Codes for who has lost the telephone, each for once, and what is stored of them. */
export function createRecoveryCodes(): { codes: string[]; hashes: string[] } {
  const codes = Array.from({ length: RECOVERY_CODES }, () => {
    const letters = Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)])
    return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`
  })
  return { codes, hashes: codes.map(hashRecoveryCode) }
}

/** What is stored of a recovery code, however it is typed. */
export function hashRecoveryCode(code: string): string {
  return hashSecret(code.toLowerCase().replace(/[^a-z0-9]/g, ''))
}

function toTotp(secret: string, label: string): TOTP {
  return new TOTP({ issuer: ISSUER, label, secret, period: PERIOD_SECONDS, digits: 6 })
}
