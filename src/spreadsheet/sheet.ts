import type { CellKind } from './clean-text'

/** What a cell's text means: a value as the YAML file holds it, or why it means nothing and how to mend it. */
export type Parsed = { value: unknown } | { problem: string }

/** A column of a sheet: one field of every entry. */
export type Column = {
  /** Its name in the words of the spreadsheet, unique in its sheet. */
  field: string
  title: string
  help: string
  /** Where the field stands in an entry's YAML. */
  path: readonly string[]
  kind: CellKind
  /** In characters, as Excel counts them. */
  width: number
  required?: boolean
  /** Whether its lines tell one entry from another: a new id with old lines is an entry renamed. */
  identifies?: boolean
  /** What is written in YAML where the cell is emptied; by default the field goes. */
  emptied?: null
  /** How a text of several lines is written in YAML. */
  block?: 'folded' | 'literal'
  /** Characters that Excel lets in. */
  maxLength?: number | null
  /** What Excel offers in a list. */
  choices?: readonly string[]
  parse(text: string): Parsed
}

/** A column, and how it shows an entry. */
export type ColumnOf<Entry> = Column & { show(entry: Entry): string }

/** An entry as the sheet shows it: the text of its cells by field. */
export type SheetEntry = { id: string; cells: Readonly<Record<string, string>> }

/** A sheet: entries of one kind, one row each. */
export type Sheet = {
  key: 'topics' | 'outside'
  name: string
  columns: readonly Column[]
  entries: readonly SheetEntry[]
  /** The order of an entry's fields in YAML. */
  order: readonly string[]
}

/** The cells of an entry. */
export function showEntry<Entry extends { id: string }>(
  entry: Entry,
  columns: readonly ColumnOf<Entry>[],
): SheetEntry {
  const cells = columns.map((column) => [column.field, column.show(entry)])
  return { id: entry.id, cells: Object.fromEntries(cells) }
}
