import { basename } from 'node:path'
import { isTopicFile } from './load-knowledge'
import { readYaml } from './read-yaml'
import { movedId, redirectsSchema } from './redirects'
import type { SourceFile } from './source-file'

/** Ids that links may lead to, by kind. */
export type PublishedIds = { topic: ReadonlySet<string>; flow: ReadonlySet<string> }

/** Of content that never was. */
export const NOTHING_PUBLISHED: PublishedIds = { topic: new Set(), flow: new Set() }

/**
 * The ids that a published state answers for: its topics and guides, by the names of their files, and those that its
 * redirects keep. Since no state may drop one, the newest holds every id that ever was published.
 */
export function toPublishedIds(sources: {
  knowledge: readonly SourceFile[]
  flows: readonly SourceFile[]
}): PublishedIds {
  const nameOf = ({ path }: SourceFile) => basename(path, '.yaml')
  const file = sources.knowledge.find(({ path }) => basename(path) === 'redirects.yaml')
  const read = file ? readYaml(file, redirectsSchema) : undefined
  const moved = read?.ok ? read.value.map(movedId) : []
  const idsOf = (kind: 'topic' | 'flow', names: string[]) =>
    new Set([...names, ...moved.filter((one) => one.kind === kind).map(({ id }) => id)])
  return {
    topic: idsOf('topic', sources.knowledge.filter(({ path }) => isTopicFile(path)).map(nameOf)),
    flow: idsOf(
      'flow',
      sources.flows.map(nameOf).filter((name) => name !== 'published'),
    ),
  }
}
