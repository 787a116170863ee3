import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseSync } from '@swc/core'

/** A regular expression of the sources. */
export type Expression = { file: string; source: string; flags: string }

const ROOT = join(__dirname, '../..')
const SOURCES = join(ROOT, 'src')

/** Every file of the sources, but for the console's application, which runs in browsers. */
export function listSources(): string[] {
  return readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.startsWith(join('console', 'app')))
    .map((path) => join(SOURCES, path))
}

/** Every expression that is written out in the sources. */
export function findLiterals(): Expression[] {
  return listSources().flatMap((path) => {
    const tree = parseSync(readFileSync(path, 'utf8'), { syntax: 'typescript' })
    return collect(tree).map((one) => ({ file: relative(ROOT, path), ...one }))
  })
}

function collect(node: unknown): { source: string; flags: string }[] {
  if (Array.isArray(node)) return node.flatMap(collect)
  if (typeof node !== 'object' || node === null) return []
  const { type, pattern, flags } = node as { type?: string; pattern?: string; flags?: string }
  if (type === 'RegExpLiteral') return [{ source: pattern ?? '', flags: flags ?? '' }]
  return Object.values(node).flatMap(collect)
}

/** Every expression that a module puts together when it is loaded. */
export function findComposed(): Expression[] {
  const found: Expression[] = []
  const Original = globalThis.RegExp
  let file = ''
  globalThis.RegExp = new Proxy(Original, {
    construct(target, [source, flags]: [string | RegExp, string | undefined]) {
      const made = new target(source, flags)
      found.push({ file, source: made.source, flags: made.flags })
      return made
    },
  })
  try {
    for (const path of listSources()) {
      if (path.includes('/cli/') || !readFileSync(path, 'utf8').includes('new RegExp(')) continue
      file = relative(ROOT, path)
      jest.isolateModules(() => require(path))
    }
  } finally {
    globalThis.RegExp = Original
  }
  return found.filter(({ file: from }) => from !== '')
}
