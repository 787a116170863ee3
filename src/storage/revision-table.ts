import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { announceAtCommit } from './notices'
import type { Database } from './open-database'
import type { Schema } from './schema'

/** A file as it is published: its path within the installation, `knowledge/topics/qr-fields.yaml`, and its text. */
export type ContentFile = { path: string; text: string }

/** A published state of knowledge and flows. */
export type Revision = {
  /** Grows with every revision. */
  id: number
  /** See {@link hashContent}. */
  hash: string
  /** Who published it. */
  author: string
  /** What was changed and why. */
  message: string
  /** Epoch milliseconds. */
  publishedAt: number
}

/** What is to be published. */
export type NewRevision = {
  files: readonly ContentFile[]
  author: string
  message: string
  /** Epoch milliseconds. */
  publishedAt: number
  /** Id of the revision that was the newest when the author took the files up; null where there was none. */
  basedOn: number | null
}

/** A file as a revision left it; the text is null where it was removed. */
export type FileState = { revision: Revision; text: string | null }

/** Keeps the revisions. Nothing in them is ever changed or removed. */
export type RevisionTable = {
  /** The newest revisions, newest first. */
  latest(limit: number): Promise<Revision[]>
  /** Whether this content was ever published. */
  isPublished(hash: string): Promise<boolean>
  /** The files of a revision, in the order of their paths. */
  readFiles(id: number): Promise<ContentFile[]>
  /** The latest states of a file, newest first: each with the revision that brought it. */
  readHistory(path: string, limit: number): Promise<FileState[]>
  /** The files that were changed after a time (epoch milliseconds), each with the time of its last change. */
  changedSince(time: number): Promise<Map<string, number>>
  /**
   * Makes a new revision the newest, unless the newest already has this content: then that one is returned, so that
   * processes which publish the same at once make one revision. Null when someone else has published other content
   * since `basedOn`: nothing is stored then, and the author should look at it first.
   */
  publish(revision: NewRevision): Promise<Revision | null>
}

/** SHA-256 of content, in hex, whatever the order of its files: the same on every machine. */
export function hashContent(files: readonly ContentFile[]): string {
  return hashText(JSON.stringify(toManifest(files)))
}

/** SHA-256 of a text, in hex. */
export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Rows of one insert: far below what both databases take. */
const ROWS_AT_ONCE = 2_000

/** Queries of the revisions. */
export function revisionTable({ kysely, dialect }: Database): RevisionTable {
  return {
    latest: (limit) => readLatest(kysely, limit),

    async isPublished(hash) {
      const row = await kysely
        .selectFrom('revisions')
        .select('id')
        .where('hash', '=', hash)
        .executeTakeFirst()
      return row !== undefined
    },

    async readFiles(id) {
      const manifest = await readManifest(kysely, id)
      const hashes = [...new Set(manifest.map(({ hash }) => hash))]
      const texts = await kysely
        .selectFrom('file_texts')
        .selectAll()
        .where('hash', 'in', hashes)
        .execute()
      const byHash = new Map(texts.map(({ hash, text }) => [hash, text]))
      return manifest.map(({ path, hash }) => {
        const text = byHash.get(hash)
        if (text === undefined) throw new Error(`the text of ${path} in revision ${id} is missing`)
        return { path, text }
      })
    },

    async readHistory(path, limit) {
      const rows = await kysely
        .selectFrom('file_changes')
        .innerJoin('revisions', 'revisions.id', 'file_changes.revision')
        .leftJoin('file_texts', 'file_texts.hash', 'file_changes.hash')
        .select(['id', 'revisions.hash as hash', 'author', 'message', 'published_at', 'text'])
        .where('path', '=', path)
        .orderBy('revision', 'desc')
        .limit(limit)
        .execute()
      return rows.map(({ text, published_at: publishedAt, ...revision }) => ({
        revision: { ...revision, publishedAt },
        text,
      }))
    },

    async changedSince(time) {
      const rows = await kysely
        .selectFrom('file_changes')
        .innerJoin('revisions', 'revisions.id', 'file_changes.revision')
        .select(({ fn }) => ['path', fn.max('published_at').as('at')])
        .where('published_at', '>', time)
        .groupBy('path')
        .execute()
      return new Map(rows.map(({ path, at }) => [path, at]))
    },

    publish: ({ files, author, message, publishedAt, basedOn }) =>
      kysely.transaction().execute(async (transaction) => {
        // SQLite has one writing transaction at a time anyway.
        if (dialect === 'postgres') {
          await sql`select pg_advisory_xact_lock(hashtextextended('revisions', 0))`.execute(
            transaction,
          )
        }
        const hash = hashContent(files)
        const [newest] = await readLatest(transaction, 1)
        if (newest?.hash === hash) return newest
        if ((newest?.id ?? null) !== basedOn) return null

        for (let from = 0; from < files.length; from += ROWS_AT_ONCE) {
          const some = files.slice(from, from + ROWS_AT_ONCE)
          await transaction
            .insertInto('file_texts')
            .values(some.map(({ text }) => ({ hash: hashText(text), text })))
            .onConflict((conflict) => conflict.column('hash').doNothing())
            .execute()
        }
        const revision = { hash, author, message }
        const { id } = await transaction
          .insertInto('revisions')
          .values({
            ...revision,
            published_at: publishedAt,
            files: JSON.stringify(toManifest(files)),
          })
          .returning('id')
          .executeTakeFirstOrThrow()
        const changes = await toChanges(transaction, newest?.id, files)
        for (let from = 0; from < changes.length; from += ROWS_AT_ONCE) {
          const rows = changes.slice(from, from + ROWS_AT_ONCE)
          await transaction
            .insertInto('file_changes')
            .values(rows.map((row) => ({ revision: id, ...row })))
            .execute()
        }
        await announceAtCommit(transaction, { dialect }, 'revisions')
        return { id, ...revision, publishedAt }
      }),
  }
}

type Manifest = { path: string; hash: string }[]

function toManifest(files: readonly ContentFile[]): Manifest {
  return files
    .map(({ path, text }) => ({ path, hash: hashText(text) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** The files that differ from those of a revision. */
async function toChanges(
  db: Kysely<Schema>,
  before: number | undefined,
  files: readonly ContentFile[],
): Promise<{ path: string; hash: string | null }[]> {
  const old = new Map((await readManifest(db, before)).map(({ path, hash }) => [path, hash]))
  const manifest = toManifest(files)
  const remaining = new Set(manifest.map(({ path }) => path))
  return [
    ...manifest.filter(({ path, hash }) => old.get(path) !== hash),
    ...[...old.keys()].flatMap((path) => (remaining.has(path) ? [] : [{ path, hash: null }])),
  ]
}

async function readManifest(db: Kysely<Schema>, id: number | undefined): Promise<Manifest> {
  if (id === undefined) return []
  const { files } = await db
    .selectFrom('revisions')
    .select('files')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return JSON.parse(files) // written by `publish` and by nobody else
}

function readLatest(db: Kysely<Schema>, limit: number): Promise<Revision[]> {
  return db
    .selectFrom('revisions')
    .select(['id', 'hash', 'author', 'message', 'published_at as publishedAt'])
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}
