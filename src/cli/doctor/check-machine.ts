import { existsSync } from 'node:fs'
import { access, constants, stat, statfs } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { toSqlitePath } from '../../storage/sqlite-file'
import type { Finding } from './finding'

/** package.json says the same. */
const OLDEST_NODE = [20, 18, 1] as const
const MIB = 1024 * 1024
const LITTLE_MIB = 1_024
const TOO_LITTLE_MIB = 100

/** Looks at Node and, for SQLite, at the folder that the database lies in. */
export async function checkMachine(databaseUrl: string): Promise<Finding[]> {
  const path = toSqlitePath(databaseUrl)
  return [checkNode(process.versions.node), ...(path === null ? [] : await checkFolder(path))]
}

function checkNode(version: string): Finding {
  const about = 'Node'
  const parts = version.split('.').map(Number)
  const at = OLDEST_NODE.findIndex((least, index) => (parts[index] ?? 0) !== least)
  const isOld = at >= 0 && (parts[at] ?? 0) < (OLDEST_NODE[at] ?? 0)
  if (!isOld) return { level: 'well', about, text: version }
  const advice = `install Node ${OLDEST_NODE.join('.')} or newer`
  return { level: 'mend', about, text: `${version} is too old`, advice }
}

async function checkFolder(path: string): Promise<Finding[]> {
  const folder = findExisting(dirname(resolve(path)))
  try {
    await access(folder, constants.W_OK)
  } catch {
    const advice = 'let the user that runs Loa write into it, or set DATABASE_URL'
    return [{ level: 'mend', about: 'disk', text: `${folder} cannot be written to`, advice }]
  }
  const { bavail, bsize } = await statfs(folder)
  const free = Math.floor((bavail * bsize) / MIB)
  const text = `${free} MiB free at ${folder}`
  const advice = 'make room, or move the database: when the disk is full, webhooks are refused'
  const level = free < TOO_LITTLE_MIB ? 'mend' : free < LITTLE_MIB ? 'look' : 'well'
  const room: Finding = { level, about: 'disk', text, ...(level === 'well' ? {} : { advice }) }
  return [room, ...(await checkReaders(path))]
}

/** What people wrote is in it. */
async function checkReaders(path: string): Promise<Finding[]> {
  if (!existsSync(path)) return []
  const [file, folder] = await Promise.all([stat(path), stat(dirname(resolve(path)))])
  const isOpen = (file.mode & 0o004) !== 0 && (folder.mode & 0o001) !== 0
  if (!isOpen) return []
  const advice = `chmod 700 ${dirname(path)}`
  return [{ level: 'look', about: 'disk', text: 'others may read the database', advice }]
}

/** The folder itself, or the nearest above it that is there: a missing one is made at the start. */
function findExisting(folder: string): string {
  return existsSync(folder) ? folder : findExisting(dirname(folder))
}
