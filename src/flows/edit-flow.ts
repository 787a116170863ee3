import { isDeepStrictEqual } from 'node:util'
import { parse } from 'yaml'
import { editYaml } from '../knowledge/edit-yaml'
import { choiceSchema, flowSchema, flowStepSchema } from './flow'
import { type FlowForm, readFlowForm } from './flow-form'

type WithId = { id: string }
type WrittenFlow = {
  version: number
  changes?: object[]
  steps: (WithId & { choices?: WithId[] })[]
}

const FLOW_ORDER = Object.keys(flowSchema.shape)
const ORDERS: Readonly<Record<string, readonly string[]>> = {
  title: FLOW_ORDER,
  steps: Object.keys(flowStepSchema.shape),
  choices: Object.keys(choiceSchema.shape),
}

/**
 * The text of a guide's file with what the form says, as the next version: people in the middle go on where they are,
 * with the new words. Only fields that differ are written, comments and all else stay; where none does, the text is as
 * it was.
 * @param text of a file that holds a sound guide
 * @throws {YamlEditError} when the file is written in a way that cannot be edited
 */
export function editFlow(text: string, form: FlowForm): string {
  const before = readFlowForm(text)
  const changed = Object.entries(before).flatMap(([field, was]) => {
    const now = form[field]
    const isOfKind = Array.isArray(was) === Array.isArray(now)
    return now === undefined || !isOfKind || isDeepStrictEqual(was, now) ? [] : [{ field, now }]
  })
  if (changed.length === 0) return text
  const file: WrittenFlow = parse(text) // sound, as the docstring says
  const said = changed.reduce((whole, { field, now }) => {
    const path = toPath(file, field)
    const around = path.findLast((key) => key === 'choices' || key === 'steps') ?? 'title'
    const value = Array.isArray(now) && now.length === 0 ? undefined : now
    return editYaml(whole, { path, value, order: ORDERS[around] ?? FLOW_ORDER })
  }, text)
  return raiseVersion(said, file)
}

function raiseVersion(text: string, { version: old, changes = [] }: WrittenFlow): string {
  const version = old + 1
  const raised = editYaml(text, { path: ['version'], value: version, order: FLOW_ORDER })
  const value = [...changes, { version, as: 'safe' }]
  return editYaml(raised, { path: ['changes'], value, order: FLOW_ORDER })
}

/** Where a field stands in the file: lists by number instead of by id. */
function toPath({ steps }: WrittenFlow, field: string): (string | number)[] {
  const [first = '', stepId, ...rest] = field.split('.')
  if (stepId === undefined) return [first]
  const index = steps.findIndex(({ id }) => id === stepId)
  const [part = '', choiceId, name = ''] = rest
  if (part !== 'choices') return [first, index, ...rest]
  const choices = steps[index]?.choices ?? []
  return [first, index, part, choices.findIndex(({ id }) => id === choiceId), name]
}
