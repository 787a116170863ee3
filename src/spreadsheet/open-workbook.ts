import { Workbook } from 'exceljs'

/**
 * Opens the bytes of an `.xlsx` file; null when they are none, or locked with a password. Never computes or fetches
 * anything.
 */
export async function openWorkbook(bytes: Uint8Array<ArrayBuffer>): Promise<Workbook | null> {
  const workbook = new Workbook()
  try {
    await workbook.xlsx.load(bytes.buffer)
    return workbook
  } catch {
    return null
  }
}
