import type { SensitiveKind } from '../safety/redact'
import type { Alarm } from './guard-middleware'
import type { Button, Turn } from './turn'

/** Where someone who has already been tricked learns what to do at once. */
const RESCUE_TOPIC = 'scammed-what-now'

/** The gravest first: one warning is read, three are not. A name is masked where a day of birth stands with it. */
const GRAVITY: readonly Exclude<SensitiveKind, 'name'>[] = [
  'code',
  'secret',
  'bank-number',
  'id-number',
  'birth-date',
  'phone',
  'email',
]

/** Warns of what the guard saw; true if there was anything. */
export async function sayWarnings(turn: Turn, { masked, scam }: Alarm): Promise<boolean> {
  const { messages } = turn
  const warnings = [
    ...scam.map((sign) => messages.scam[sign]),
    ...GRAVITY.filter((kind) => masked.includes(kind))
      .slice(0, 1)
      .map((kind) => messages.masked[kind]),
  ]
  if (warnings.length === 0) return false
  const rescue = turn.services.content.knowledge.topics.get(RESCUE_TOPIC)
  const buttons: Button[] = rescue
    ? [{ title: rescue.label, payload: { kind: 'topic', topic: rescue.id } }]
    : []
  await turn.say(warnings.join('\n\n'), buttons)
  turn.note({ kind: 'safety' })
  return true
}
