import type { Flow } from '../../flows/flow'
import { type Funnel, toFunnels } from '../../insights/to-funnel'
import type { Database } from '../../storage/open-database'
import { tallyTable } from '../../storage/tally-table'
import { daysOf, type NumbersQuery } from './read-numbers'

/**
 * How far people came in a guide in a period, the newest version first.
 * @throws {Refusal} as `daysOf`
 */
export async function readFunnels(
  { kysely }: Database,
  { id, steps }: Flow,
  query: Pick<NumbersQuery, 'from' | 'to'> & Partial<NumbersQuery>,
): Promise<Funnel[]> {
  daysOf(query)
  const { from, to, channel, link } = query
  const counts = await tallyTable(kysely).read('part', { from, to, channel, link, subject: id })
  // An entry may be called like a guide; what is counted of it has no part.
  return toFunnels(
    counts.filter(({ key }) => key.includes('/')),
    steps.map((step) => ({ id: step.id, end: step.end })),
  )
}
