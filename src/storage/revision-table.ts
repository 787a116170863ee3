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

/** Keeps the revisions. Nothing in them is ever changed or removed. */
export type RevisionTable = {
  /** The newest revisions, newest first. */
  latest(limit: number): Promise<Revision[]>
  /** Whether this content was ever published. */
  isPublished(hash: string): Promise<boolean>
  /** The files of a revision, in the order of their paths. */
  readFiles(id: number): Promise<ContentFile[]>
  /**
   * Makes a new revision the newest, unless the newest already has this content: then that one is returned, so that
   * processes which publish the same at once make one revision. Null when someone else has published other content
   * since `basedOn`: nothing is stored then, and the author should look at it first.
   */
  publish(revision: NewRevision): Promise<Revision | null>
}

/** SHA-256 of content, in hex, whatever the order of its files: the same on every machine. */
export function hashContent(files: readonly ContentFile[]): string {
  return sha256(JSON.stringify(toManifest(files)))
}

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
      const { files } = await kysely
        .selectFrom('revisions')
        .select('files')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      const manifest = JSON.parse(files) as Manifest // written by `publish` and by nobody else
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

        await transaction
          .insertInto('file_texts')
          .values(files.map(({ text }) => ({ hash: sha256(text), text })))
          .onConflict((conflict) => conflict.column('hash').doNothing())
          .execute()
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
        await announceAtCommit(transaction, { dialect }, 'revisions')
        return { id, ...revision, publishedAt }
      }),
  }
}

type Manifest = { path: string; hash: string }[]

function toManifest(files: readonly ContentFile[]): Manifest {
  return files
    .map(({ path, text }) => ({ path, hash: sha256(text) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function readLatest(db: Kysely<Schema>, limit: number): Promise<Revision[]> {
  return db
    .selectFrom('revisions')
    .select(['id', 'hash', 'author', 'message', 'published_at as publishedAt'])
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}
