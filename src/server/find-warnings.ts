import type { ContentStatus } from './content-status'
import type { Vitals } from './create-vitals'

/** Something that a person should look at, and that this process cannot mend by being left alone. */
export type Warning = {
  about: 'knowledge' | 'tokens' | 'webhooks' | 'queues'
  channel?: string
  /** What is wrong, with nothing of a person. */
  reason: string
}

/** A renewal that is due is tried every ten minutes: after an hour, six tries have failed. */
const OVERDUE_MS = 3_600_000
/** A day without a single call is no quiet night any more. */
const SILENCE_MS = 24 * 3_600_000
/** A person waits no longer than this for an answer. */
const OLD_MS = 5 * 60_000

/** Lists what is worth a warning at `/readyz`. @param now epoch milliseconds */
export function findWarnings(
  { queues, tokens }: Vitals,
  silences: ReadonlyMap<string, number>,
  knowledge: ContentStatus,
  now: number,
): Warning[] {
  const warnings: Warning[] = []
  if (knowledge.files === 'refused') {
    const reason = `the files have errors, revision ${knowledge.revision} is served: see knowledge.problems`
    warnings.push({ about: 'knowledge', reason })
  }
  if (knowledge.newest > knowledge.revision) {
    const reason = `revision ${knowledge.newest} is newer than revision ${knowledge.revision}, which is served`
    warnings.push({ about: 'knowledge', reason })
  }
  for (const { channel, account, dueAt } of tokens) {
    if (now - dueAt < OVERDUE_MS) continue
    const reason = `the access token of account ${account} should have been renewed ${toMinutes(now - dueAt)} min ago`
    warnings.push({ about: 'tokens', channel, reason })
  }
  for (const [channel, silence] of silences) {
    if (silence < SILENCE_MS) continue
    const reason = `this process has had no call for ${Math.floor(silence / 3_600_000)} h`
    warnings.push({ about: 'webhooks', channel, reason })
  }
  for (const { queue, channel, waiting, oldestAt } of queues) {
    if (now - oldestAt < OLD_MS) continue
    const reason = `${queue}: ${waiting} waiting, the oldest for ${toMinutes(now - oldestAt)} min`
    warnings.push({ about: 'queues', channel, reason })
  }
  return warnings
}

function toMinutes(ms: number): number {
  return Math.floor(ms / 60_000)
}
