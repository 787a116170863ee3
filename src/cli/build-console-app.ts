import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { CONSOLE_APP_FOLDER } from '../console/load-console-app'
import { runCommand } from './command-error'

/** Where the application's sources are, and what it is made with. */
const SOURCES = [
  'src/console/app',
  'src/console/numbers/number-names.ts',
  'src/insights/shown-count.ts',
  'src/insights/to-number-table.ts',
  'src/storage/role.ts',
  'vite.config.mts',
  'package-lock.json',
]

/** The last step of `npm run build`: builds the console's application, unless nothing has changed since. */
async function buildConsoleApp(): Promise<void> {
  const page = join(CONSOLE_APP_FOLDER, 'index.html')
  const builtAt = existsSync(page) ? statSync(page).mtimeMs : 0
  if (SOURCES.every((path) => newestIn(path) < builtAt)) return
  // Only loaded to build: what runs has neither it nor what it takes in.
  const { build } = await import('vite')
  // Aside, and then put in its place whole: a process may start meanwhile, and another may build.
  const aside = `${CONSOLE_APP_FOLDER}-${process.pid}`
  await build({ logLevel: 'warn', build: { outDir: aside } })
  rmSync(CONSOLE_APP_FOLDER, { recursive: true, force: true })
  renameSync(aside, CONSOLE_APP_FOLDER)
}

/** When something in it was changed last, in epoch milliseconds; a folder changes when a file in it comes or goes. */
function newestIn(path: string): number {
  const status = statSync(path)
  if (!status.isDirectory()) return status.mtimeMs
  const inside = readdirSync(path).map((name) => newestIn(join(path, name)))
  return Math.max(status.mtimeMs, ...inside)
}

runCommand(buildConsoleApp)
