import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** A YAML file as text, not yet believed. */
export type SourceFile = { path: string; text: string }

/** A file may be this large, in bytes; anything larger is no knowledge but a mistake. */
const MAX_BYTES = 2_000_000

/**
 * Reads every `.yaml` file below a folder, in the order of their paths.
 * @throws {Error} when the folder cannot be read or a file is larger than 2 MB; says which and what to do.
 */
export function readSourceFiles(folder: string): SourceFile[] {
  let names: string[]
  try {
    names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  } catch (cause) {
    throw new Error(`cannot read the folder ${folder}: check KNOWLEDGE_DIR and FLOWS_DIR`, {
      cause,
    })
  }
  return names
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const path = join(folder, name)
      if (statSync(path).size > MAX_BYTES) {
        throw new Error(`${path} is larger than ${MAX_BYTES} bytes: split it`)
      }
      return { path, text: readFileSync(path, 'utf8') }
    })
}
