import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { hashContent, type NewRevision, revisionTable } from '../../src/storage/revision-table'
import { describeOnEachDatabase } from './databases'

const files = (answer: string) => [
  { path: 'knowledge/topics/b.yaml', text: `answer: ${answer}\n` },
  { path: 'flows/a.yaml', text: 'id: a\n' },
]
const edit = (answer: string, basedOn: number | null): NewRevision => ({
  files: files(answer),
  author: 'files',
  message: '~ knowledge/topics/b.yaml',
  publishedAt: 1_790_000_000_000,
  basedOn,
})

describe('the hash of content', () => {
  test('does not depend on the order of the files', () => {
    expect(hashContent(files('x'))).toBe(hashContent(files('x').reverse()))
  })

  test('changes with a text, a path, and a file more', () => {
    const [topic, flow] = files('x')
    if (!topic || !flow) throw new Error('two files are needed')
    const variants = [
      [topic, flow],
      [topic],
      [topic, { ...flow, text: 'id: b\n' }],
      [topic, { ...flow, path: 'flows/b.yaml' }],
    ]
    expect(new Set(variants.map(hashContent)).size).toBe(variants.length)
  })
})

describeOnEachDatabase('revisions', (use) => {
  test('are none in a new database', async () => {
    expect(await revisionTable(use.database).latest(1)).toEqual([])
  })

  test('are read back with who, when, why and every file', async () => {
    const table = revisionTable(use.database)
    const published = await table.publish(edit('một', null))
    expect(published).toEqual({
      id: published?.id,
      hash: hashContent(files('một')),
      author: 'files',
      message: '~ knowledge/topics/b.yaml',
      publishedAt: 1_790_000_000_000,
    })
    expect(await table.latest(5)).toEqual([published])
    expect(await table.isPublished(hashContent(files('một')))).toBe(true)
    expect(await table.isPublished(hashContent(files('hai')))).toBe(false)
    expect(await table.readFiles(published?.id ?? -1)).toEqual(files('một').reverse())
  })

  test('keep an older state readable, and store each text once', async () => {
    const table = revisionTable(use.database)
    const first = await table.publish(edit('một', null))
    const second = await table.publish(edit('hai', first?.id ?? null))
    expect(second?.id).toBeGreaterThan(first?.id ?? Number.POSITIVE_INFINITY)
    expect(await table.latest(5)).toEqual([second, first])
    expect(await table.readFiles(first?.id ?? -1)).toEqual(files('một').reverse())
    const texts = await use.database.kysely.selectFrom('file_texts').selectAll().execute()
    expect(texts).toHaveLength(3)
  })

  test('with the content of an older one are an undo: a new revision with the old hash', async () => {
    const table = revisionTable(use.database)
    const first = await table.publish(edit('một', null))
    const second = await table.publish(edit('hai', first?.id ?? null))
    const undo = await table.publish(edit('một', second?.id ?? null))
    expect(undo?.hash).toBe(first?.hash)
    expect(await table.latest(1)).toEqual([undo])
  })

  test('that do not know the newest are refused and change nothing', async () => {
    const table = revisionTable(use.database)
    const first = await table.publish(edit('một', null))
    const second = await table.publish(edit('hai', first?.id ?? null))
    expect(await table.publish(edit('ba', first?.id ?? null))).toBeNull()
    expect(await table.publish(edit('ba', null))).toBeNull()
    expect(await table.latest(1)).toEqual([second])
    expect(await table.isPublished(hashContent(files('ba')))).toBe(false)
  })

  describe('published by several processes at once', () => {
    const script = join(__dirname, 'publish-once.ts')
    const publish = async (answer: string) => {
      const { stdout } = await promisify(execFile)(process.execPath, [
        '--require',
        'tsx/cjs',
        script,
        use.server.url,
        answer,
      ])
      return JSON.parse(stdout) as unknown
    }
    const count = async () =>
      (await use.database.kysely.selectFrom('revisions').select('id').execute()).length

    test('are one where the content is the same, and everyone is told which', async () => {
      const published = await Promise.all(['một', 'một', 'một', 'một'].map(publish))
      expect(new Set(published).size).toBe(1)
      expect(published[0]).toEqual(expect.any(Number))
      expect(await count()).toBe(1)
    })

    test('are one where the content differs, and the others are told to look again', async () => {
      const published = await Promise.all(['một', 'hai', 'ba', 'bốn'].map(publish))
      expect(published.filter((id) => id === null)).toHaveLength(3)
      expect(await count()).toBe(1)
    })
  })
})
