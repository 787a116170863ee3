import { readAlarm } from './guard-middleware'
import type { Meaning } from './read-meaning'
import { sayAnswer } from './say-answer'
import type { Scene } from './scene'

/** How an impostor of the police is known. */
const SCAM_TOPIC = 'scam-warning'

/**
 * After a warning only a question that is plainly there is answered; a guide keeps its place. Who tells of an
 * impostor is told how to know one, whatever else they ask.
 */
export async function afterWarning(scene: Scene, meaning: Meaning): Promise<void> {
  const { turn } = scene
  const { topics } = turn.services.content.knowledge
  const meant = meaning.kind === 'topic' ? topics.get(meaning.topic) : undefined
  const isImpostor = readAlarm(turn.context).scam.includes('impostor')
  const topic = isImpostor && meant?.group !== 'safety' ? topics.get(SCAM_TOPIC) : meant
  if (topic && topic.group !== 'bot') await sayAnswer(turn, topic, 'short')
  await scene.resume()
  turn.note({ kind: 'safety' })
}
