import { basename } from 'node:path'
import { stringify } from 'yaml'
import type { SourceFile } from '../knowledge/source-file'
import { loadFlows, PUBLISHED_FILE } from './load-flows'
import { addPublished, type PublishedFlows } from './published-flows'

const HEAD =
  '# Các bản đã đăng của mỗi hướng dẫn; do "npm run flows -- publish" ghi, không sửa tay.\n'

/** The text of `published.yaml`. */
export function writePublished(published: PublishedFlows): string {
  return HEAD + stringify(published, { lineWidth: 100, flowCollectionPadding: false })
}

/**
 * Notes the version of one guide in `published.yaml`, so that a later edit of it without a new version is found.
 * @param files of the folder of guides, the guide's own among them
 * @param path the guide's file
 * @returns `published.yaml` as it is to be; null where there is none, the guide cannot be read, or it is noted already
 */
export function notePublished(files: readonly SourceFile[], path: string): SourceFile | null {
  const file = files.find((one) => basename(one.path) === PUBLISHED_FILE)
  const guide = files.find((one) => one.path === path)
  if (!file || !guide) return null
  const { flows, published } = loadFlows([file, guide])
  const [placed] = flows
  if (!placed) return null
  const { id, version } = placed.flow
  if (published[id]?.some((one) => one.version === version)) return null
  return { path: file.path, text: writePublished(addPublished(published, [placed.flow])) }
}
