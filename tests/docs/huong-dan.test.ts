import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'

const FOLDER = 'docs/huong-dan'
/** Bytes: the pages are read on telephones, too. */
const LARGEST = 100_000
/** Where the words stand that a screen shows. */
const SCREENS = ['src/console', 'src/knowledge', 'src/rehearsal']

const pages = readdirSync(FOLDER).filter((name) => name.endsWith('.md'))
const textOf = (page: string) => readFileSync(join(FOLDER, page), 'utf8')
const all = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, one = '']) => one)
const linksOf = (page: string) => all(textOf(page), /\]\(([^)]+)\)/g)

/** One line, as it is on the screen. */
const toLine = (text: string) => text.replaceAll('&lt;', '<').replace(/\s+/g, ' ')

const screens = [
  readFileSync('knowledge/messages.yaml', 'utf8'),
  ...SCREENS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readFileSync(join(folder, name), 'utf8')),
  ),
]
  .map(toLine)
  .join('\n')

/** Whether the words stand there, not as the middle of longer ones. */
const isShown = (words: string) =>
  new RegExp(`(?<!\\p{L})${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\p{L})`, 'u').test(
    screens,
  )

/** A heading's address, as GitHub makes it. */
const toAnchor = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s/g, '-')

test.each(pages)('every word in bold in %s stands on a screen', (page) => {
  const bold = all(textOf(page), /\*\*([^*]+)\*\*/g).map(toLine)
  expect(bold.length).toBeGreaterThan(0)
  expect(bold.filter((words) => !isShown(words))).toEqual([])
})

test.each(pages)('every link and picture of %s leads somewhere', (page) => {
  const lost = linksOf(page).filter((link) => {
    const [path = '', anchor] = link.split('#')
    const target = path === '' ? page : path
    if (!existsSync(join(FOLDER, target))) return true
    const headings = all(target.endsWith('.md') ? textOf(target) : '', /^#+ (.+)$/gm)
    return anchor !== undefined && !headings.map(toAnchor).includes(anchor)
  })
  expect(lost).toEqual([])
})

test('each page is in the table of contents', () => {
  const others = pages.filter((page) => page !== 'README.md')
  expect(linksOf('README.md')).toEqual(expect.arrayContaining(others))
})

test('each picture is shown somewhere, and is small', () => {
  const shown = new Set(pages.flatMap(linksOf).map((link) => basename(link)))
  const files = readdirSync(join(FOLDER, 'hinh'))
  expect(files.filter((name) => !shown.has(name))).toEqual([])
  const sizeOf = (name: string) => statSync(join(FOLDER, 'hinh', name)).size
  expect(files.filter((name) => sizeOf(name) > LARGEST)).toEqual([])
})
