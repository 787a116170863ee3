import { createHash } from 'node:crypto'
import type { Workbook } from 'exceljs'
import { z } from 'zod'
import { cleanText } from './clean-text'
import type { Sheet } from './sheet'

/** What each cell said when the workbook was written: hashes by field, by `topics/card-fee`. */
export type Fingerprints = ReadonlyMap<string, Readonly<Record<string, string>>>

/** Nobody sees this sheet; people's own have other names. */
const SHEET = 'loa'
const hashesSchema = z.record(z.string(), z.string())

/** A short hash of a cell's cleaned text. */
export const fingerprint = (text: string) =>
  createHash('sha256').update(text).digest('base64url').slice(0, 12)

/**
 * Keeps in the workbook what its cells say, so that an import can tell what was changed in the workbook from what was
 * changed in the files meanwhile.
 */
export function writeFingerprints(workbook: Workbook, sheets: readonly Sheet[]): void {
  const hidden = workbook.addWorksheet(SHEET, { state: 'veryHidden' })
  for (const { key, columns, entries } of sheets) {
    for (const { id, cells } of entries) {
      const hashes = columns.map(({ field, kind }) => [
        field,
        fingerprint(cleanText(cells[field] ?? '', kind)),
      ])
      hidden.addRow([`${key}/${id}`, JSON.stringify(Object.fromEntries(hashes))])
    }
  }
}

/** What {@link writeFingerprints} kept; empty where the sheet was lost. */
export function readFingerprints(workbook: Workbook): Fingerprints {
  const found = new Map<string, Record<string, string>>()
  workbook.getWorksheet(SHEET)?.eachRow((row) => {
    const hashes = hashesSchema.safeParse(readJson(row.getCell(2).text))
    if (hashes.success) found.set(row.getCell(1).text, hashes.data)
  })
  return found
}

/** A row that someone spoiled protects its entry no longer; what is imported is still checked. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
