import { z } from 'zod'
import { addDays } from '../../knowledge/add-days'
import { groupSchema } from '../../knowledge/topic'
import type { EntryDraft } from '../../storage/draft-table'
import { fold } from '../../text/fold'
import { type EntryRow, type SearchableRow, toNewRow } from './entry-row'

/** Rows of a page. */
const PAGE = 50
/** Reviews are due soon within so many days. */
const SOON_DAYS = 30

/** What of the list is asked for; what is left out does not matter. */
export const entryQuerySchema = z.object({
  search: z.string().max(200).default(''),
  group: groupSchema.optional(),
  state: z.enum(['live', 'expired', 'off', 'new', 'draft', 'waiting', 'scheduled']).optional(),
  confidence: z.enum(['high', 'medium', 'low', 'none']).optional(),
  review: z.enum(['overdue', 'soon']).optional(),
  page: z.coerce.number().int().min(1).default(1),
})

/** See {@link entryQuerySchema}. */
export type EntryQuery = z.output<typeof entryQuerySchema>

/** A page of the list. */
export type EntryList = { rows: EntryRow[]; total: number; page: number; pages: number }

/** Finds entries: every word of the search stands in them, accents ignored. Those with a draft come first. */
export function listEntries(
  published: readonly SearchableRow[],
  drafts: readonly EntryDraft[],
  query: EntryQuery,
  today: string,
): EntryList {
  const open = new Map(drafts.map((draft) => [draft.entry, draft]))
  const known = new Set(published.map(({ row }) => row.id))
  const isNew = drafts.filter(({ entry }) => !known.has(entry)).map(toNewRow)
  const words = fold(query.search).split(/\s+/).filter(Boolean)
  const found = [...isNew, ...published]
    .filter(({ searched }) => words.length === 0 || includesAll(searched(), words))
    .map(({ row }) => withDraft(row, open.get(row.id)))
    .filter((row) => fits(row, query, today))
  const sorted = [...found.filter(({ draft }) => draft), ...found.filter(({ draft }) => !draft)]
  const pages = Math.max(1, Math.ceil(sorted.length / PAGE))
  const page = Math.min(query.page, pages)
  return { rows: sorted.slice((page - 1) * PAGE, page * PAGE), total: sorted.length, page, pages }
}

const includesAll = (text: string, words: readonly string[]) =>
  words.every((word) => text.includes(word))

function withDraft(row: EntryRow, draft: EntryDraft | undefined): EntryRow {
  if (!draft) return row
  const { state, author, publishAt } = draft
  return { ...row, draft: { state, author, publishAt } }
}

function fits(row: EntryRow, query: EntryQuery, today: string): boolean {
  const { group, state, confidence, review } = query
  if (group && row.group !== group) return false
  if (state && row.state !== state && row.draft?.state !== state) return false
  if (confidence && row.confidence !== confidence) return false
  if (!review) return true
  if (!row.reviewBy) return review === 'overdue'
  const overdue = row.reviewBy < today
  return review === 'overdue' ? overdue : !overdue && row.reviewBy <= addDays(today, SOON_DAYS)
}
