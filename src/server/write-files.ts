import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { SourceFile } from '../knowledge/source-file'

/**
 * Writes files all or none, and so that nobody ever reads half of one: all are written and flushed beside their places
 * first, under names that are no YAML, and then put there by renaming.
 * @throws {Error} when one cannot be written or put in its place; then every file is as it was
 */
export function writeFiles(files: readonly SourceFile[]): void {
  const drafts = files.map(({ path, text }) => ({ path, text, draft: draftOf(path) }))
  const replaced: { path: string; before: string | null }[] = []
  try {
    for (const { draft, text } of drafts) writeThrough(draft, text)
    for (const { draft, path } of drafts) {
      const before = readIfThere(path)
      renameSync(draft, path)
      replaced.push({ path, before })
    }
  } catch (error) {
    for (const { path, before } of replaced) putBack(path, before)
    for (const { draft } of drafts) rmSync(draft, { force: true })
    throw error
  }
}

const draftOf = (path: string) => join(dirname(path), `.${basename(path)}.${process.pid}.draft`)

function putBack(path: string, before: string | null): void {
  if (before === null) {
    rmSync(path, { force: true })
    return
  }
  writeThrough(draftOf(path), before)
  renameSync(draftOf(path), path)
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

function writeThrough(path: string, text: string): void {
  const file = openSync(path, 'w')
  try {
    writeFileSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
