import { isDeepStrictEqual } from 'node:util'
import { parse } from 'yaml'
import { z } from 'zod'
import type { FieldChange } from '../knowledge/compare-topic-forms'
import type { Flow } from './flow'

/** Anything longer is no text of a step but an accident or an attack. */
const text = z.string().max(5_000).transform(clean)
const lines = z
  .array(z.string().max(2_000))
  .max(200)
  .transform((all) => all.map((one) => clean(one).replace(/\s+/g, ' ')).filter((one) => one !== ''))
const FIELD = /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/

/**
 * What is said in a guide while someone writes it, by where it stands: `title`, `steps.who.text`,
 * `steps.who.ask.invalid`, `steps.who.choices.adult.says`. Nothing has to be right yet. How the steps hang together is
 * not in it.
 */
export const flowFormSchema = z.record(z.string().max(200).regex(FIELD), z.union([text, lines]))

/** See {@link flowFormSchema}. */
export type FlowForm = z.output<typeof flowFormSchema>

const said = text.catch('')
const shownFlowSchema = z.object({
  title: said,
  steps: z
    .array(
      z.object({
        id: z.string(),
        text: said,
        short: said,
        sum: text.optional().catch(undefined),
        ask: z.object({ invalid: said }).optional().catch(undefined),
        choices: z
          .array(z.object({ id: z.string(), title: said, says: lines.catch([]) }))
          .catch([]),
      }),
    )
    .catch([]),
})

/** The form of a guide's file; of one that is no YAML or holds something else, an empty one. Never throws. */
export function readFlowForm(yaml: string): FlowForm {
  const read = shownFlowSchema.safeParse(parseSafely(yaml))
  return read.success ? toFlowForm(read.data) : {}
}

/** The form of a guide. */
export function toFlowForm({ title, steps }: z.output<typeof shownFlowSchema>): FlowForm {
  const fields: [string, string | string[]][] = [['title', title]]
  for (const { id, text: told, short, sum, ask, choices } of steps) {
    const at = `steps.${id}`
    fields.push([`${at}.text`, told], [`${at}.short`, short])
    if (sum !== undefined) fields.push([`${at}.sum`, sum])
    if (ask) fields.push([`${at}.ask.invalid`, ask.invalid])
    for (const choice of choices) {
      fields.push([`${at}.choices.${choice.id}.title`, choice.title])
      fields.push([`${at}.choices.${choice.id}.says`, choice.says])
    }
  }
  return Object.fromEntries(fields)
}

/** A guide that says what a form says. What the form has and the guide has no place for is left out. */
export function withFlowForm(flow: Flow, form: FlowForm): Flow {
  const textOf = (field: string, old: string) => {
    const value = form[field]
    return typeof value === 'string' ? value : old
  }
  return {
    ...flow,
    title: textOf('title', flow.title),
    steps: flow.steps.map((step) => {
      const at = `steps.${step.id}`
      const { sum, ask } = step
      return {
        ...step,
        text: textOf(`${at}.text`, step.text),
        short: textOf(`${at}.short`, step.short),
        ...(sum === undefined ? {} : { sum: textOf(`${at}.sum`, sum) }),
        ...(ask ? { ask: { ...ask, invalid: textOf(`${at}.ask.invalid`, ask.invalid) } } : {}),
        choices: step.choices.map((choice) => {
          const says = form[`${at}.choices.${choice.id}.says`]
          return {
            ...choice,
            title: textOf(`${at}.choices.${choice.id}.title`, choice.title),
            says: Array.isArray(says) ? says : choice.says,
          }
        }),
      }
    }),
  }
}

/** Every field that differs between two states of a guide, in the order of the newer; one that is not there is empty. */
export function compareFlowForms(was: FlowForm, now: FlowForm): FieldChange[] {
  return [...new Set([...Object.keys(now), ...Object.keys(was)])].flatMap((field) => {
    const empty = Array.isArray(was[field] ?? now[field]) ? [] : ''
    const change = { field, was: was[field] ?? empty, now: now[field] ?? empty }
    return isDeepStrictEqual(change.was, change.now) ? [] : [change]
  })
}

function parseSafely(yaml: string): unknown {
  try {
    return parse(yaml)
  } catch {
    return null
  }
}

function clean(value: string): string {
  return value.normalize('NFC').replace(/\r\n?/g, '\n').trim()
}
