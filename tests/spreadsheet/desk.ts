import { Workbook } from 'exceljs'
import { checkContent } from '../../src/bot/load-content'
import { CHANNEL_LIMITS } from '../../src/channels/channel-limits'
import { loadKnowledge } from '../../src/knowledge/load-knowledge'
import { readSourceFiles, type SourceFile } from '../../src/knowledge/source-file'
import { type ImportResult, importWorkbook } from '../../src/spreadsheet/import-workbook'
import { openWorkbook } from '../../src/spreadsheet/open-workbook'
import { writeWorkbook } from '../../src/spreadsheet/write-workbook'
import { FIXED_TOPICS } from './fixed-topics'

/** The campaign's own knowledge, and in it {@link FIXED_TOPICS}. */
export const campaignFiles = readSourceFiles('knowledge').map(({ path, text }) => ({
  path,
  text: FIXED_TOPICS[path] ?? text,
}))
const flows = readSourceFiles('flows')

/** The files with one text replaced. */
export const withText = (path: string, change: (text: string) => string) =>
  campaignFiles.map((file) => (file.path === path ? { path, text: change(file.text) } : file))

function read(files: readonly SourceFile[]) {
  const { knowledge, placed, problems } = loadKnowledge(files)
  if (!knowledge) throw new Error(JSON.stringify(problems))
  return { knowledge, placed }
}

function check(files: readonly SourceFile[]) {
  return checkContent({ knowledge: files, flows, channels: CHANNEL_LIMITS, today: '2026-11-24' })
    .problems
}

const toBytes = (files: readonly SourceFile[]) => writeWorkbook(read(files).knowledge)
const campaignBytes = toBytes(campaignFiles)

/** A workbook exported from files, as it lies before the person who edits it. */
export async function exportDesk(files: readonly SourceFile[] = campaignFiles) {
  const workbook = new Workbook()
  const bytes = await (files === campaignFiles ? campaignBytes : toBytes(files))
  await workbook.xlsx.load(bytes.slice().buffer)
  const sheet = (name = 'Các mục') => {
    const found = workbook.getWorksheet(name)
    if (!found) throw new Error(`no sheet ${name}`)
    return found
  }
  const columnOf = (title: string, name?: string) => {
    let at = 0
    sheet(name)
      .getRow(1)
      .eachCell((cell, number) => {
        if (cell.text === title) at = number
      })
    if (at === 0) throw new Error(`no column ${title}`)
    return at
  }
  const rowOf = (id: string, name?: string) => {
    let at = 0
    sheet(name)
      .getColumn(1)
      .eachCell((cell, number) => {
        if (cell.text === id) at = number
      })
    if (at === 0) throw new Error(`no row ${id}`)
    return at
  }
  return {
    workbook,
    sheet,
    columnOf,
    rowOf,
    cell: (id: string, title: string, name?: string) =>
      sheet(name).getCell(rowOf(id, name), columnOf(title, name)),
    /** A row below all others. */
    add(cells: Record<string, string>, name?: string): number {
      const row = sheet(name).getColumn(1).values.length
      for (const [title, text] of Object.entries(cells)) {
        sheet(name).getCell(row, columnOf(title, name)).value = text
      }
      return row
    },
    /** Saves the workbook and imports it into files: by default those that it was exported from. */
    async import(into: readonly SourceFile[] = files): Promise<ImportResult> {
      const saved = new Uint8Array(await workbook.xlsx.writeBuffer())
      const opened = await openWorkbook(saved.slice())
      if (!opened) throw new Error('the workbook does not open')
      return importWorkbook(opened, { files: into, ...read(into), check })
    },
  }
}

/** The lines that one text lost and the other won, in order. */
export function compareLines(before: string, after: string) {
  const without = (lines: string[], others: string[]) => {
    const left = [...others]
    return lines.filter((line) => {
      const at = left.indexOf(line)
      if (at >= 0) left.splice(at, 1)
      return at < 0
    })
  }
  const [old, now] = [before.split('\n'), after.split('\n')]
  return { removed: without(old, now), added: without(now, old) }
}
