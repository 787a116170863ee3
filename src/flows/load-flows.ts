import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { Problem } from '../knowledge/problem'
import { type Locate, readYaml } from '../knowledge/read-yaml'
import type { SourceFile } from '../knowledge/source-file'
import { type Flow, flowSchema } from './flow'

/** A flow and the hash of its content. */
export type HashedFlow = { flow: Flow; hash: string }

/** A flow, and where it is written. */
export type PlacedFlow = HashedFlow & { file: string; locate: Locate }

/** Reads flows from their files, telling every problem found. Never throws on what the files hold. */
export function loadFlows(files: readonly SourceFile[]): {
  flows: PlacedFlow[]
  problems: Problem[]
} {
  const flows: PlacedFlow[] = []
  const problems: Problem[] = []
  for (const file of files) {
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
  return { flows, problems }
}

/** SHA-256 of a flow's content, in hex: a person stays on the version with the hash that they began. */
export function hashFlow(flow: Flow): string {
  return createHash('sha256').update(JSON.stringify(flow)).digest('hex')
}
