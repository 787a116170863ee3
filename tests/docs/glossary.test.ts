import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The rows of the tables, by what stands in their columns. */
const rows = readFileSync('docs/glossary.md', 'utf8')
  .split(/\n(?=## )/)
  .flatMap((part) => {
    const cells = part
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .map((line) => line.split('|').map((cell) => cell.trim()))
    const [heads = [], , ...rest] = cells
    return rest.map((row) => Object.fromEntries(heads.map((head, at) => [head, row[at] ?? ''])))
  })

const read = (folder: string, ends: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ends.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
const code = read('src', /\.tsx?$/)
const vietnamese = `${code}\n${read('knowledge', /^[a-z]+\.yaml$/)}`.toLowerCase()

test('no word is explained twice', () => {
  const words = rows.map(({ word }) => word)
  expect(words.length).toBeGreaterThan(30)
  expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([])
})

test.each(rows)('$word is called so in the code and by the team', (row) => {
  const names = [...(row['in the code'] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
  const unknown = names.filter(
    (name) =>
      !new RegExp(`\\b${name}\\b`).test(code) &&
      !existsSync(name) &&
      !existsSync(join('src', name)) &&
      !existsSync(join('src', `${name}.ts`)),
  )
  const unsaid = (row['in Vietnamese'] ?? '')
    .split(', ')
    .filter((words) => !vietnamese.includes(words))
  expect([...unknown, ...unsaid]).toEqual([])
})
