import { parse } from 'yaml'
import { z } from 'zod'
import { checkFlow, type FlowContext } from '../flows/check-flow'
import { flowSchema } from '../flows/flow'
import { hashFlow } from '../flows/hash-flow'
import { readYaml } from '../knowledge/read-yaml'
import type { EntryChange } from './draft-content'
import { type EntryProblem, toEntryProblem } from './entry-problem'

const withId = { id: z.string() }
const stepsSchema = z
  .object({
    steps: z.array(z.object({ ...withId, choices: z.array(z.object(withId)).catch([]) })),
  })
  .catch({ steps: [] })
type Steps = z.output<typeof stepsSchema>['steps']

/**
 * Everything that is to be said of a guide's file as it would be saved. Steps and choices are told by their ids:
 * `['steps', 'who', 'choices', 'adult', 'title']`.
 */
export function checkGuide(context: FlowContext, { path, text }: EntryChange): EntryProblem[] {
  const read = readYaml({ path, text }, flowSchema)
  if (!read.ok) {
    // It is no sound guide, but YAML: it was written into one.
    const { steps } = stepsSchema.parse(parse(text))
    return read.problems.map((problem) => {
      const found = toEntryProblem(problem, text)
      return { ...found, path: withIds(found.path, steps) }
    })
  }
  const paths: (string | number)[][] = []
  // What the check says comes back with the number of the path instead of a line.
  const locate = (at: readonly PropertyKey[]) => ({
    line: paths.push(at.map((key) => (typeof key === 'number' ? key : String(key)))),
    column: 0,
  })
  const { value: flow } = read
  return checkFlow({ flow, hash: hashFlow(flow), file: path, locate }, context).map(
    ({ line, message, level }) => ({
      path: withIds(paths[line - 1] ?? [], flow.steps),
      message,
      level,
    }),
  )
}

function withIds(path: readonly (string | number)[], steps: Steps): (string | number)[] {
  const [first, index, ...rest] = path
  const step = typeof index === 'number' ? steps[index] : undefined
  if (first !== 'steps' || !step) return [...path]
  const [part, number, ...inner] = rest
  const choice = typeof number === 'number' ? step.choices[number] : undefined
  return part === 'choices' && choice
    ? [first, step.id, part, choice.id, ...inner]
    : [first, step.id, ...rest]
}
