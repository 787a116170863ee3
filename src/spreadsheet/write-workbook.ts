import { Workbook } from 'exceljs'
import type { KnowledgeBase } from '../knowledge/knowledge-base'
import { writeFingerprints } from './fingerprints'
import { createOutsideSheet } from './outside-sheet'
import { createTopicSheet } from './topic-sheet'
import { writeGuide } from './write-guide'
import { writeSheet } from './write-sheet'

/**
 * The knowledge base as a workbook for Excel: the sheets that are edited and one that explains their columns.
 * @returns the bytes of an `.xlsx` file
 * @throws {Error} when a text is too long for a cell; names it
 */
export async function writeWorkbook(knowledge: KnowledgeBase): Promise<Uint8Array> {
  const workbook = new Workbook()
  const sheets = [createTopicSheet(knowledge), createOutsideSheet(knowledge)]
  for (const sheet of sheets) writeSheet(workbook, sheet)
  writeGuide(workbook, sheets, knowledge.messages.spreadsheet)
  writeFingerprints(workbook, sheets)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
