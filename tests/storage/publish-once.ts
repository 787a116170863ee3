import { openDatabase } from '../../src/storage/open-database'
import { revisionTable } from '../../src/storage/revision-table'

/**
 * Run as a process of its own: publishes its second argument as the first revision of the database of its first, and
 * writes the revision's id, or null where another process was earlier with something else.
 */
async function main(): Promise<void> {
  const [url = '', text = ''] = process.argv.slice(2)
  const database = await openDatabase(url)
  const revision = await revisionTable(database).publish({
    files: [{ path: 'knowledge/topics/a.yaml', text }],
    author: 'files',
    message: '',
    publishedAt: 0,
    basedOn: null,
  })
  await database.close()
  process.stdout.write(JSON.stringify(revision?.id ?? null))
}

void main()
