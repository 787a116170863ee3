import { CARRY_CODE_LENGTH, LINK_CODE_LENGTH, readShortCode } from '../text/short-code'
import type { TurnServices } from './turn-services'

/**
 * What a message means that is a code and nothing else: a guide to be taken up, a link that was forwarded, or a code
 * that is none any more. Null for any other message.
 */
export type CodeMeaning =
  | { kind: 'carried'; code: string }
  | { kind: 'link'; ref: string }
  | { kind: 'unknown' }

/** Reads a message that may be a short code. */
export async function readTypedCode(
  text: string,
  { codes }: TurnServices,
): Promise<CodeMeaning | null> {
  const carried = readShortCode(text, CARRY_CODE_LENGTH)
  if (carried) return { kind: 'carried', code: carried.code }
  const link = readShortCode(text, LINK_CODE_LENGTH)
  const ref = link && (await codes.findRef(link.code))
  if (ref) return { kind: 'link', ref }
  // Five letters that are no code may be an abbreviation, unless they were called one.
  return link?.isNamed ? { kind: 'unknown' } : null
}
