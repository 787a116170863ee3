import { basename } from 'node:path'
import type { Problem } from '../knowledge/problem'
import { type Locate, readYaml } from '../knowledge/read-yaml'
import type { SourceFile } from '../knowledge/source-file'
import { type Flow, flowSchema } from './flow'
import { hashFlow } from './hash-flow'
import { type PublishedFlows, publishedFlowsSchema } from './published-flows'

/** A flow and the hash of its content. */
export type HashedFlow = { flow: Flow; hash: string }

/** A flow, and where it is written. */
export type PlacedFlow = HashedFlow & { file: string; locate: Locate }

/** The guides of a folder, and what was published of them before. */
export type LoadedFlows = {
  flows: PlacedFlow[]
  published: PublishedFlows
  problems: Problem[]
}

/** The file beside the guides that tells what was published of them. */
export const PUBLISHED_FILE = 'published.yaml'

/** Reads flows from their files, telling every problem found. Never throws on what the files hold. */
export function loadFlows(files: readonly SourceFile[]): LoadedFlows {
  const flows: PlacedFlow[] = []
  const problems: Problem[] = []
  let published: PublishedFlows = {}
  for (const file of files) {
    if (basename(file.path) === PUBLISHED_FILE) {
      const result = readYaml(file, publishedFlowsSchema)
      problems.push(...result.problems)
      if (result.ok) published = result.value
      continue
    }
    const result = readYaml(file, flowSchema)
    problems.push(...result.problems)
    if (!result.ok) continue
    const { value: flow, locate } = result
    if (basename(file.path, '.yaml') !== flow.id) {
      const message = `id "${flow.id}" phải trùng tên tệp; đổi một trong hai`
      problems.push({ file: file.path, ...locate(['id']), message, level: 'error' })
    }
    flows.push({ flow, hash: hashFlow(flow), file: file.path, locate })
  }
  return { flows, published, problems }
}
