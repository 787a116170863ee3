import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { checkContent } from '../bot/load-content'
import { loadKnowledge } from '../knowledge/load-knowledge'
import { formatProblem } from '../knowledge/problem'
import { writeFiles } from '../server/write-files'
import { importWorkbook } from '../spreadsheet/import-workbook'
import { openWorkbook } from '../spreadsheet/open-workbook'
import type { RowEdit } from '../spreadsheet/plan-rows'
import { writeWorkbook } from '../spreadsheet/write-workbook'
import { CommandError } from './command-error'
import { readSources } from './read-content'

type Say = (line: string) => void

/** A workbook of this size, in bytes, holds ten times the knowledge of a campaign; anything larger is something else. */
const MAX_BYTES = 20_000_000

/**
 * Writes the knowledge base of `KNOWLEDGE_DIR` to a new workbook.
 * @throws {CommandError} when the knowledge cannot be read, or the file exists or cannot be written
 */
export async function exportToFile(path: string, say: Say): Promise<void> {
  const bytes = await writeWorkbook(readSoundKnowledge().knowledge)
  try {
    writeFileSync(path, bytes, { flag: 'wx' })
  } catch (error) {
    const exists = typeof error === 'object' && error && 'code' in error && error.code === 'EEXIST'
    const why = exists ? 'đã có tệp này; đặt tên khác, hoặc xóa tệp cũ' : 'không ghi được tệp'
    throw new CommandError(`${path}: ${why}`, { cause: error })
  }
  say(`Đã xuất ra ${path}. Sửa xong, chạy: npm run knowledge -- import ${path}`)
}

/**
 * Brings what was changed in a workbook into the files of `KNOWLEDGE_DIR`: all of it, or nothing where anything is wrong.
 * @throws {CommandError} when nothing was written; every problem was said before
 */
export async function importFromFile(path: string, say: Say): Promise<void> {
  const name = basename(path)
  const workbook = await openWorkbook(readBytes(path))
  if (!workbook) {
    throw new CommandError(
      `${name}: không mở được; trong Excel bỏ mật khẩu nếu có, rồi lưu kiểu "Excel Workbook (.xlsx)"`,
    )
  }
  const { sources, ...sound } = readSoundKnowledge()
  const { problems, notices, edits, changed } = importWorkbook(workbook, {
    ...sound,
    files: sources.knowledge,
    check: (files) => checkContent({ ...sources, knowledge: files }).problems,
  })
  for (const problem of problems) say(`${name}: ${problem}`)
  for (const notice of notices) say(`${name}: ${notice}`)
  if (problems.length > 0) {
    throw new CommandError(`Chưa ghi gì cả: sửa ${problems.length} lỗi trên rồi nhập lại.`)
  }
  writeFiles(changed)
  for (const edit of edits) say(describeEdit(edit))
  say(changed.length > 0 ? `Đã ghi ${changed.length} tệp.` : 'Không có gì thay đổi.')
}

function describeEdit({ id, isNew, cells }: RowEdit): string {
  if (isNew) return `thêm ${id}`
  return `sửa ${id}: ${cells.map(({ column }) => column.title).join(', ')}`
}

function readBytes(path: string): Uint8Array<ArrayBuffer> {
  try {
    if (statSync(path).size <= MAX_BYTES) return new Uint8Array(readFileSync(path))
  } catch (cause) {
    throw new CommandError(`${path}: không đọc được tệp; xem lại tên và thư mục`, { cause })
  }
  throw new CommandError(`${path}: tệp lớn quá ${MAX_BYTES / 1e6} MB, không phải bảng do Loa xuất`)
}

/** @throws {CommandError} listing what keeps the files from being read: an edit needs to know what it edits */
function readSoundKnowledge() {
  const sources = readSources(Date.now())
  const { knowledge, placed, problems } = loadKnowledge(sources.knowledge)
  if (knowledge) return { sources, knowledge, placed }
  const lines = problems.filter(({ level }) => level === 'error').map(formatProblem)
  throw new CommandError([...lines, 'Sửa các lỗi trên trước (npm run check).'].join('\n'))
}
