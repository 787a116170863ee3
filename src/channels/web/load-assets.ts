import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** A file of the page, ready to be sent in each encoding. */
type Asset = { type: string; identity: Buffer; gzip: Buffer; br: Buffer }

/** The page's files and where they are served. */
export type Assets = {
  /** `/assets/<hash of everything>`: a new version has new addresses, so browsers may keep the old for ever. */
  base: string
  /** By name, for example `chat.mjs`. */
  files: ReadonlyMap<string, Asset>
  /** The script that other sites load, see `renderEmbedScript`. */
  embedScript: string
}

const TYPES: Readonly<Record<string, string>> = {
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}
/** Seen from `src` and from the build alike. */
const PUBLIC_FOLDER = join(__dirname, '../../../public')
const EMBED_SCRIPT = 'embed.js'
/** A tenth of a second for all files; 11 is 8 % smaller and takes a second of every start. */
const BROTLI_QUALITY = 9

/**
 * Reads `public/` and deep-chat's bundle (as `deep-chat.mjs`), and compresses them once.
 * @throws Error when a file is missing or has a type that is not served
 */
export function loadAssets(): Assets {
  const deepChat = dirname(require.resolve('deep-chat/package.json'))
  const paths = new Map(readdirSync(PUBLIC_FOLDER).map((name) => [name, join(PUBLIC_FOLDER, name)]))
  paths.delete(EMBED_SCRIPT)
  paths.set('deep-chat.mjs', join(deepChat, 'dist/deepChat.bundle.js'))
  const hash = createHash('sha256')
  const files = new Map<string, Asset>()
  for (const [name, path] of [...paths].sort()) {
    const type = TYPES[extname(name)]
    if (type === undefined) throw new Error(`web: no content type known for public/${name}`)
    const identity = readFileSync(path)
    hash.update(name).update(identity)
    files.set(name, {
      type,
      identity,
      gzip: gzipSync(identity, { level: 9 }),
      br: toBrotli(identity),
    })
  }
  return {
    base: `/assets/${hash.digest('hex').slice(0, 16)}`,
    files,
    embedScript: readFileSync(join(PUBLIC_FOLDER, EMBED_SCRIPT), 'utf8'),
  }
}

function toBrotli(bytes: Buffer): Buffer {
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  })
}
