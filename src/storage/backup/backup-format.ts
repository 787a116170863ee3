/*
 * A backup is gzipped text, a JSON value in each line: the head; for each table a line that names it and then its rows;
 * at last the end, by which a file that was cut short is known. Anything can read it, and it restores into either
 * database.
 */

/** The first line. */
export type BackupHead = {
  format: 'loa-backup'
  version: 1
  /** ISO 8601. */
  made_at: string
  /** The migrations that the tables had seen, in their order. */
  migrations: string[]
}

/** Comes before the rows of a table. */
export type BackupTable = {
  table: string
  /** In the order of the values in each row. */
  columns: string[]
  /** The greatest id ever given, which is never given again; null for a table without such ids. */
  last_id: number | null
}

/** What all our columns hold, in both databases. */
export type BackupValue = string | number | null

/** A row: the values of its table's columns. */
export type BackupRow = BackupValue[]

/** The last line. */
export type BackupEnd = { end: true; rows: number }

/** What a backup held. */
export type BackupSummary = { tables: number; rows: number }

/** The file is no backup, is cut short or was made by a newer Loa. The message says what to do. */
export class BackupError extends Error {
  override readonly name = 'BackupError'
}
