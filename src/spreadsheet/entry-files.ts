import { basename, dirname, join } from 'node:path'
import type { LoadedKnowledge } from '../knowledge/load-knowledge'
import type { SourceFile } from '../knowledge/source-file'

/** Where the entries of the sheets are written. */
export type EntryFiles = {
  /** The path of a topic's file, or the one that it would have. */
  topicFile(id: string): string
  /** The topic that a file holds; undefined where it holds none. */
  topicOf(path: string): string | undefined
  /** The path of `outside.yaml`. */
  outside: string
}

/** Finds the entries' files among those of a knowledge folder that was read without errors. */
export function findEntryFiles(
  files: readonly SourceFile[],
  placed: LoadedKnowledge['placed'],
): EntryFiles {
  const outside = files.find(({ path }) => basename(path) === 'outside.yaml')?.path ?? ''
  const topics = new Map(placed.map(({ topic, file }) => [topic.id, file]))
  const folder = join(dirname(outside), 'topics')
  return {
    outside,
    topicFile: (id) => topics.get(id) ?? join(folder, `${id}.yaml`),
    topicOf: (path) => (dirname(path) === folder ? basename(path, '.yaml') : undefined),
  }
}
