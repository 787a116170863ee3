import type { Topic } from '../knowledge/topic'
import { toUnitLines } from '../knowledge/unit-lines'
import { unitOf } from './came-by'
import type { Turn } from './turn'

/** The side of a subject that tells where to go. */
const PLACE = 'where'

/**
 * Where to go and when, in the unit whose link someone came by: under the answer that the link opened, and later under
 * each that tells where to go. Empty where no unit is known: the city's places stand in the answers themselves.
 */
export function toUnitText({ chat, services }: Turn, { aspect, covers }: Topic): string {
  const { knowledge } = services.content
  const unit = unitOf(chat)
  if (!knowledge.units.units.some(({ code }) => code === unit)) return ''
  const isAboutPlace = aspect === PLACE || covers.includes(PLACE)
  const isArrival = chat.came?.at === services.now
  return isAboutPlace || isArrival ? toUnitLines(knowledge, unit).join('\n') : ''
}
