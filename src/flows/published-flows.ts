import { z } from 'zod'
import type { Flow } from './flow'
import { hashFlow } from './hash-flow'

const publishedVersionSchema = z.strictObject({
  version: z.number().int().min(1),
  hash: z.string(),
  steps: z.array(z.string()),
})

/** The versions of each guide that were published, by its id, oldest first: the file `flows/published.yaml`, written by `npm run flows -- publish`. */
export const publishedFlowsSchema = z.record(z.string(), z.array(publishedVersionSchema))

/** See {@link publishedFlowsSchema}. */
export type PublishedFlows = z.infer<typeof publishedFlowsSchema>

/** Adds the guides as they are now to what was published. A version that is there already is not changed. */
export function addPublished(published: PublishedFlows, flows: readonly Flow[]): PublishedFlows {
  const added = { ...published }
  for (const flow of flows) {
    const versions = added[flow.id] ?? []
    if (versions.some(({ version }) => version === flow.version)) continue
    const steps = flow.steps.map(({ id }) => id)
    added[flow.id] = [...versions, { version: flow.version, hash: hashFlow(flow), steps }]
  }
  return Object.fromEntries(Object.entries(added).sort(([a], [b]) => (a < b ? -1 : 1)))
}
