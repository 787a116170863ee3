import { parseDocument } from 'yaml'
import { editYaml } from '../knowledge/edit-yaml'
import type { SourceFile } from '../knowledge/source-file'
import type { EntryFiles } from './entry-files'
import type { RowEdit } from './plan-rows'
import type { Column } from './sheet'

/**
 * The files with a row's changes in them; those that it does not touch are the same objects.
 * @throws {YamlEditError} when the entry's file is written in a way that cannot be edited
 */
export function applyEdit(
  files: readonly SourceFile[],
  edit: RowEdit,
  places: EntryFiles,
): SourceFile[] {
  const isOutside = edit.sheet.key === 'outside'
  const path = isOutside ? places.outside : places.topicFile(edit.id)
  const before = files.find((file) => file.path === path)?.text ?? newFile(edit.id, files, places)
  const { text, at } = isOutside ? findItem(before, edit) : { text: before, at: [] }
  const after = edit.cells.reduce(
    (whole, { column, value }) => setField(whole, { at, column, value, order: edit.sheet.order }),
    text,
  )
  const others = files.filter((file) => file.path !== path)
  if (others.length === files.length) return [...files, { path, text: after }]
  return files.map((file) => (file.path === path ? { path, text: after } : file))
}

/** A new topic begins as the others do: with the line that tells editors its schema, where they have one. */
function newFile(id: string, files: readonly SourceFile[], places: EntryFiles): string {
  const sibling = files.find(({ path }) => places.topicOf(path) !== undefined)
  const [head = ''] = /^# yaml-language-server:.*\n/.exec(sibling?.text ?? '') ?? []
  return `${head}id: ${id}\n`
}

/** The place of an item in the list of outside business, which is added where it is new. */
function findItem(text: string, { id, isNew }: RowEdit): { text: string; at: number[] } {
  const items: unknown = parseDocument(text).toJS()
  const known = Array.isArray(items) ? items : []
  if (isNew) return { text: `${text.trimEnd()}\n- id: ${id}\n`, at: [known.length] }
  return { text, at: [known.findIndex((item) => item?.id === id)] }
}

type FieldEdit = { at: number[]; column: Column; value: unknown; order: readonly string[] }

function setField(text: string, { at, column, value, order }: FieldEdit): string {
  const { path, block, field } = column
  const [top = field, inner] = path
  const edit = { path: [...at, ...path], value, order: inner ? ORDER_OF_ANSWER : order, block }
  if (!inner || parseDocument(text).hasIn([...at, top])) return editYaml(text, edit)
  return editYaml(editYaml(text, { path: [...at, top], value: { [inner]: value }, order }), edit)
}

/** The parts of an answer that are columns, as they stand in the files. */
const ORDER_OF_ANSWER = ['short', 'detail']
