import type { Workbook } from 'exceljs'
import type { KnowledgeBase } from '../knowledge/knowledge-base'
import { readFingerprints } from './fingerprints'
import { createOutsideSheet } from './outside-sheet'
import { planRows, type SheetPlan } from './plan-rows'
import { type ReadSheet, readSheet } from './read-sheet'
import { createTopicSheet } from './topic-sheet'

/** What a workbook asks for, sheet by sheet. */
export type ReadPlans = {
  plans: SheetPlan[]
  /** What was not read, or is missing and stays as it is. */
  notices: string[]
  /** Why a sheet, or the whole workbook, cannot be read. */
  refusals: string[]
}

/** Reads the sheets of a workbook and compares them with the knowledge base. */
export function readPlans(workbook: Workbook, knowledge: KnowledgeBase): ReadPlans {
  const result: ReadPlans = { plans: [], notices: [], refusals: [] }
  const seen = readFingerprints(workbook)
  for (const sheet of [createTopicSheet(knowledge), createOutsideSheet(knowledge)]) {
    const worksheet = workbook.getWorksheet(sheet.name)
    if (!worksheet) {
      result.notices.push(`không có trang "${sheet.name}"; phần ấy giữ nguyên`)
      continue
    }
    const read = readSheet(worksheet, sheet)
    if ('problem' in read) {
      result.refusals.push(`trang "${sheet.name}": ${read.problem}`)
      continue
    }
    const plan = planRows(sheet, read.rows, seen)
    result.plans.push(plan)
    result.notices.push(...describeSheet(plan, read))
  }
  if (result.plans.length === 0 && result.refusals.length === 0) {
    result.refusals.push('không thấy trang nào của bảng do Loa xuất; đừng đổi tên trang')
  }
  return result
}

function describeSheet({ sheet, rowOf }: SheetPlan, { missing, foreign }: ReadSheet): string[] {
  const kept = sheet.entries.map(({ id }) => id).filter((id) => !rowOf.has(id))
  const notices = [
    [missing.map(({ title }) => title), 'không có cột', 'phần ấy giữ nguyên'],
    [foreign, 'không đọc cột', 'không phải cột của bảng'],
    [kept, 'không có dòng của', 'những mục ấy giữ nguyên, không bị xóa'],
  ] as const
  return notices
    .filter(([names]) => names.length > 0)
    .map(([names, what, then]) => `trang "${sheet.name}": ${what} ${names.join(', ')}; ${then}`)
}
