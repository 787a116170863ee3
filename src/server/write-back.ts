import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { ContentFolders } from './content-files'
import { writeFiles } from './write-files'

/**
 * Puts a published file into the folder that it is from, so that files and database say the same. Not where someone has
 * changed the file meanwhile, or the folder cannot be written to; says whether it did.
 */
export function writeBack(
  folders: ContentFolders,
  { path, text, before }: { path: string; text: string; before: string | null },
  logger: Logger,
): boolean {
  const [folder = '', ...names] = path.split('/')
  const target = join(folder === 'flows' ? folders.flows : folders.knowledge, ...names)
  if (readIfThere(target) !== before) return false
  try {
    writeFiles([{ path: target, text }])
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
