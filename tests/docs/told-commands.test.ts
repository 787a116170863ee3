import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { isBuilt } from '../e2e/spawn-program'
import { findBlockCommands, findInlineCommands, PAPERS, type ToldCommand } from './told-commands'

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>
}
const { services } = parse(readFileSync('compose.yaml', 'utf8')) as {
  services: Record<string, unknown>
}
const blocks = PAPERS.flatMap(findBlockCommands)
const told = [...blocks, ...PAPERS.flatMap(findInlineCommands)]

/** Commands of a block that are run here as they stand. */
const RUN = [/npm run (--silent )?(check|ask|help)\b/, /npm run outbox -- list$/]
/** And those that are not, with what shows them instead. */
const SHOWN_ELSEWHERE: [RegExp, string][] = [
  [/^npm ci( && npm (start|test))?$/, 'needs the registry; every test runs after it'],
  [/npm start$/, 'serves until it is stopped: tests/e2e, tests/cli/second-campaign'],
  [
    /^npm run (format|types|rooms|dead)$/,
    'npm test begins with them (lint looks for what format mends)',
  ],
  [/^npm run outbox -- (list --show|retry|drop)/, 'needs dead letters: tests/cli/outbox'],
  [/npm run (backup|restore) -- /, 'needs a database to lose: tests/cli/backup'],
  [/^npm run conversation -- (erase|receipt)/, 'needs a person: tests/cli/erase-conversation'],
  [/^(docker|cp \.env)/, 'needs Docker; its words are looked up below'],
]

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'loa-told-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What npm would run, without building anew: other tests use what was built. */
function expand(command: string): string {
  return command.replace(/npm run (?:--silent )?(\w+)(?: --(?= ))?/g, (_, name: string) =>
    (scripts[name] ?? '').replace(/^(npm run --silent build|node src\S+) && /, ''),
  )
}

const isRun = ({ command }: ToldCommand) => RUN.some((pattern) => pattern.test(command))

;(isBuilt ? describe : describe.skip)('a command in a paper does what it says', () => {
  test.each(blocks.filter(isRun))('$at: $command', ({ command }) => {
    const { status, stderr } = spawnSync('sh', ['-c', expand(command)], {
      env: {
        ...process.env,
        PATH: `node_modules/.bin:${process.env.PATH}`,
        DATABASE_URL: `file:${join(folder, 'loa.db')}`,
      },
      encoding: 'utf8',
    })
    expect(stderr).toBe('')
    expect(status).toBe(0)
  })
})

test('every other command of a block is shown by another test', () => {
  const unshown = blocks
    .filter((one) => !isRun(one))
    .filter(({ command }) => !SHOWN_ELSEWHERE.some(([pattern]) => pattern.test(command)))
  expect(unshown).toEqual([])
})

test('the papers tell commands at all', () => {
  expect(blocks.length).toBeGreaterThan(10)
  expect(blocks.filter(isRun).length).toBeGreaterThan(3)
})

test.each(told.filter(({ command }) => /\bnpm (run|start|test)\b/.test(command)))(
  '$at names a script and what it takes: $command',
  ({ command }) => {
    for (const [, name = '', words = ''] of command.matchAll(
      /npm run (?:--silent )?([\w-]+)(?: -- ([^|]*))?/g,
    )) {
      expect(Object.keys(scripts)).toContain(name)
      const unknown = toWords(words).filter((word) => !sourceOf(name).includes(word))
      expect(unknown).toEqual([])
    }
  },
)

test.each(told.filter(({ command }) => /\bnpx jest\b/.test(command)))(
  '$at names a test: $command',
  ({ command }) => {
    for (const [path] of command.matchAll(/tests\/\S+/g)) expect(existsSync(path)).toBe(true)
  },
)

test.each(told.filter(({ command }) => /\bdocker compose\b/.test(command)))(
  '$at names a service and a program: $command',
  ({ command }) => {
    const [, service] = /(?:exec|logs|--scale) (\w+)/.exec(command) ?? []
    if (service) expect(Object.keys(services)).toContain(service)
    const [, program] = /node dist\/(\S+)\.js/.exec(command) ?? []
    if (program) expect(existsSync(`src/${program}.ts`)).toBe(true)
    expect(command).toMatch(/docker compose (up|exec|logs|down|pull|ps)\b/)
  },
)

test.each(PAPERS)('%s links to what is there', (paper) => {
  const links = [...readFileSync(paper, 'utf8').matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)]
  const broken = links
    .map(([, path = '']) => join(paper, '..', path))
    .filter((path) => !existsSync(path))
  expect(broken).toEqual([])
})

/** Options and sub-commands; neither what is to be filled in nor the value of an option. */
function toWords(words: string): string[] {
  const parts = words.replace(/[[\]]/g, '').split(/\s+/)
  return parts
    .filter((part, index) => /^--[a-z]/.test(part) || !/^--[a-z]/.test(parts[index - 1] ?? ''))
    .filter((part) => /^(--)?[a-z][a-z-]*$/.test(part))
    .map((part) => part.replace(/^--/, ''))
}

/** The source of a script's program with the commands that it is put together from. */
function sourceOf(script: string): string {
  const [, name] = /(?:dist\/|tsx )(\S+?)\.(?:js|ts)/.exec(scripts[script] ?? '') ?? []
  const seen = new Set<string>()
  const read = (path: string): string => {
    if (seen.has(path) || !existsSync(path)) return ''
    seen.add(path)
    const text = readFileSync(path, 'utf8')
    const near = [...text.matchAll(/from '(\.\/[^']+)'/g)].map(([, one]) =>
      read(join(path, '..', `${one}.ts`)),
    )
    return [text, ...near].join('\n')
  }
  return name ? read(name.startsWith('bench/') ? `${name}.ts` : join('src', `${name}.ts`)) : ''
}
