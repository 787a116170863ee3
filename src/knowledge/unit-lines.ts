import type { KnowledgeBase } from './knowledge-base'
import { fillMessage } from './messages'
import { findUnit } from './units'

/**
 * Where to go and when, of the unit of a code or else the city: a line each for the place, its hours and its phone. A
 * unit without a phone is told with the city's.
 */
export function toUnitLines(
  { units, messages }: Pick<KnowledgeBase, 'units' | 'messages'>,
  code: string,
): string[] {
  const { office, address, hours, phone = units.city.phone } = findUnit(units, code)
  const { unit } = messages
  return [
    fillMessage(unit.place, { place: address ? `${office}, ${address}` : office }),
    fillMessage(unit.hours, { hours }),
    ...(phone ? [fillMessage(unit.phone, { phone })] : []),
  ]
}
