import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { ContentFile } from '../storage/revision-table'
import type { ContentFolders } from './content-files'
import { writeFiles } from './write-files'

/**
 * Puts published files into the folders that they are from, all or none, so that files and database say the same. Not
 * where someone has changed one of them meanwhile, or a folder cannot be written to; says whether it did.
 * @param files.before what was published before, where a file that is new is not
 */
export function writeBack(
  folders: ContentFolders,
  { before, after }: { before: readonly ContentFile[]; after: readonly ContentFile[] },
  logger: Logger,
): boolean {
  const known = new Map(before.map(({ path, text }) => [path, text]))
  const targets = after.map(({ path, text }) => {
    const [folder = '', ...names] = path.split('/')
    const target = join(folder === 'flows' ? folders.flows : folders.knowledge, ...names)
    return { path: target, text, before: known.get(path) ?? null }
  })
  if (targets.some((target) => readIfThere(target.path) !== target.before)) return false
  try {
    writeFiles(targets)
    return true
  } catch (error) {
    logger.warn({ err: error }, 'the folder cannot be written to: the database alone has the edit')
    return false
  }
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
