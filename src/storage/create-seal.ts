import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Keeps texts unreadable where they lie. */
export type Seal = {
  /** @param place what the text belongs to: a sealed text that was moved elsewhere does not open there */
  seal(text: string, place: string): string
  /**
   * Gives the text back. One that was never sealed comes back as it is, so that a key can be introduced later.
   * @throws {UnreadableError} when none of the keys opens it, or it was changed or moved
   */
  open(stored: string, place: string): string
}

/** A sealed text cannot be read: the key is gone, or the text was changed. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError'
}

/** Marks a sealed text and the way in which it is. A text of JSON never begins like this. */
const MARK = 'aes-256-gcm'

/**
 * Seals with AES-256-GCM.
 * @param keys of 32 bytes each: the first seals, all of them open, so that a key can be changed. Without any, texts
 *   are kept as they are.
 */
export function createSeal(keys: readonly Buffer[]): Seal {
  const [current] = keys
  return {
    seal(text, place) {
      if (!current) return text
      const nonce = randomBytes(12)
      const cipher = createCipheriv(MARK, current, nonce).setAAD(Buffer.from(place))
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return [MARK, ...[nonce, cipher.getAuthTag(), sealed].map(toText)].join('.')
    },

    open(stored, place) {
      const [mark, nonce, tag, sealed] = stored.split('.')
      if (mark !== MARK) return stored
      const parts = [nonce, tag, sealed].map((part) => Buffer.from(part ?? '', 'base64url'))
      for (const key of keys) {
        const text = tryKey(key, parts as [Buffer, Buffer, Buffer], place)
        if (text !== undefined) return text
      }
      throw new UnreadableError(
        'stored tokens cannot be read: LOA_ENCRYPTION_KEY must hold the key that they were stored with, beside a newer one',
      )
    },
  }
}

function toText(bytes: Buffer): string {
  return bytes.toString('base64url')
}

function tryKey(
  key: Buffer,
  [nonce, tag, sealed]: [Buffer, Buffer, Buffer],
  place: string,
): string | undefined {
  try {
    const decipher = createDecipheriv(MARK, key, nonce, { authTagLength: 16 })
    decipher.setAAD(Buffer.from(place)).setAuthTag(tag)
    return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}
