import type { Kysely, Migration } from 'kysely'
import type { DialectName } from '../schema'
import { withId } from './with-id'

/** What is being written and not published yet, and which file each revision changed. */
export function drafts(dialect: DialectName): Migration {
  return {
    async up(db) {
      await withId(db.schema.createTable('drafts'), dialect)
        .addColumn('entry', 'text', (column) => column.notNull().unique())
        .addColumn('path', 'text', (column) => column.notNull())
        .addColumn('text', 'text', (column) => column.notNull())
        .addColumn('based_on', 'text')
        .addColumn('version', 'bigint', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('publish_at', 'bigint')
        .addColumn('author_id', 'bigint', (column) => column.notNull())
        .addColumn('author', 'text', (column) => column.notNull())
        .addColumn('approver', 'text')
        .addColumn('note', 'text', (column) => column.notNull())
        .addColumn('problem', 'text')
        .addColumn('claimed_until', 'bigint', (column) => column.notNull())
        .addColumn('updated_at', 'bigint', (column) => column.notNull())
        .execute()

      await db.schema
        .createTable('file_changes')
        .addColumn('revision', 'bigint', (column) => column.notNull())
        .addColumn('path', 'text', (column) => column.notNull())
        .addColumn('hash', 'text')
        .addPrimaryKeyConstraint('file_changes_key', ['path', 'revision'])
        .execute()
      await fillFileChanges(db)
    },
  }
}

type Manifest = { path: string; hash: string }[]

/** Of the revisions that are there already. */
async function fillFileChanges(db: Kysely<unknown>): Promise<void> {
  // The tables as they are in this migration, whatever becomes of them.
  const known = db as Kysely<{
    revisions: { id: number; files: string }
    file_changes: { revision: number; path: string; hash: string | null }
  }>
  const revisions = await known.selectFrom('revisions').select('id').orderBy('id').execute()
  let before = new Map<string, string>()
  for (const { id } of revisions) {
    const { files } = await known
      .selectFrom('revisions')
      .select('files')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const after = new Map((JSON.parse(files) as Manifest).map(({ path, hash }) => [path, hash]))
    for (const path of new Set([...before.keys(), ...after.keys()])) {
      const hash = after.get(path) ?? null
      if (hash === (before.get(path) ?? null)) continue
      await known.insertInto('file_changes').values({ revision: id, path, hash }).execute()
    }
    before = after
  }
}
