import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** A file of the application, ready to be sent. */
type AppFile = { type: string; bytes: Buffer; gzipped: Buffer }

/** The console's application as it was built. */
export type ConsoleApp = {
  page: string
  /** Everything else, by name; names hold a hash of the content. */
  files: ReadonlyMap<string, AppFile>
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}
/** Where `npm run build` puts it; seen from `src` and from the build alike. */
export const CONSOLE_APP_FOLDER = join(__dirname, '../../dist/console-app')

/**
 * Reads the whole application, so that a build beside a running process does not take its files away.
 * @returns null where it was not built
 * @throws {Error} when it holds a file of a type that is not served
 */
export function loadConsoleApp(): ConsoleApp | null {
  const pagePath = join(CONSOLE_APP_FOLDER, 'index.html')
  if (!existsSync(pagePath)) return null
  const folder = join(CONSOLE_APP_FOLDER, 'assets')
  const files = new Map<string, AppFile>()
  for (const name of readdirSync(folder)) {
    const type = TYPES[extname(name)]
    if (type === undefined) throw new Error(`console: no content type known for ${name}`)
    const bytes = readFileSync(join(folder, name))
    files.set(name, { type, bytes, gzipped: gzipSync(bytes) })
  }
  return { page: readFileSync(pagePath, 'utf8'), files }
}
