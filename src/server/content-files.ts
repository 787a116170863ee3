import { relative, sep } from 'node:path'
import type { ContentSources } from '../bot/load-content'
import { readSourceFiles } from '../knowledge/source-file'
import type { ContentFile } from '../storage/revision-table'

/** The folders that content is read from. */
export type ContentFolders = { knowledge: string; flows: string }

/** Changes told one by one; more than these say only how many they are. */
const CHANGES_TOLD = 5

/**
 * Reads knowledge and flows as they are published: under `knowledge/` and `flows/`, wherever the folders lie.
 * @throws {Error} when a folder cannot be read or a file is too large; says which and what to do
 */
export function readContentFiles({ knowledge, flows }: ContentFolders): ContentFile[] {
  const readAs = (name: string, folder: string) =>
    readSourceFiles(folder).map(({ path, text }) => ({
      path: [name, ...relative(folder, path).split(sep)].join('/'),
      text,
    }))
  return [...readAs('knowledge', knowledge), ...readAs('flows', flows)]
}

/** The files apart again, as content is loaded from them. */
export function toSources(
  files: readonly ContentFile[],
): Pick<ContentSources, 'knowledge' | 'flows'> {
  const under = (folder: string) => files.filter(({ path }) => path.startsWith(folder))
  return { knowledge: under('knowledge/'), flows: under('flows/') }
}

/** What changed between two states, `~ knowledge/topics/chip.yaml, - flows/old.yaml`, as a revision's message. */
export function describeChanges(
  before: readonly ContentFile[],
  after: readonly ContentFile[],
): string {
  const old = new Map(before.map(({ path, text }) => [path, text]))
  const remaining = new Set(after.map(({ path }) => path))
  const changes = [
    ...after.flatMap(({ path, text }) => {
      if (!old.has(path)) return [`+ ${path}`]
      return old.get(path) === text ? [] : [`~ ${path}`]
    }),
    ...before.flatMap(({ path }) => (remaining.has(path) ? [] : [`- ${path}`])),
  ]
  const more = changes.length - CHANGES_TOLD
  return [...changes.slice(0, CHANGES_TOLD), ...(more > 0 ? [`… ${more}`] : [])].join(', ')
}
