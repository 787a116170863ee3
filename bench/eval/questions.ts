import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'

const questionSchema = z.object({
  id: z.string(),
  text: z.string(),
  /** The topic that answers it. */
  topic: z.string(),
  /** Other topics that are right too. */
  also: z.array(z.string()).default([]),
  /** How it is written: `plain`, `telex`, `long`, … */
  style: z.string(),
})

const outsiderSchema = z.object({
  id: z.string(),
  text: z.string(),
  /** How far it is from what is known: `near`, `far`, `chitchat`, … */
  kind: z.string(),
  /** Topics that are right all the same. */
  accept: z.array(z.string()).default([]),
})

/** A message that a topic answers. */
export type Question = z.infer<typeof questionSchema>
/** A message that no topic answers. */
export type Outsider = z.infer<typeof outsiderSchema>
/** Messages to measure with. They are never learnt from. */
export type QuestionSet = { questions: Question[]; outsiders: Outsider[] }

/** The file of a folder's questions, by the names that it may have. */
const QUESTION_FILES = ['dev.yaml', 'questions.yaml']
const OUTSIDER_FILE = 'out_of_scope.yaml'

/**
 * Reads the messages of a folder: `dev.yaml` or `questions.yaml`, and `out_of_scope.yaml`.
 * @throws {Error} when the folder has no questions or a row is no question; says which
 */
export function readQuestions(folder: string): QuestionSet {
  const file = QUESTION_FILES.map((name) => join(folder, name)).find(existsSync)
  if (!file) {
    throw new Error(
      `no ${QUESTION_FILES.join(' or ')} in ${folder}: name the folder with --questions DIR`,
    )
  }
  const outsiders = join(folder, OUTSIDER_FILE)
  return {
    questions: readRows(file, questionSchema),
    outsiders: existsSync(outsiders) ? readRows(outsiders, outsiderSchema) : [],
  }
}

function readRows<T>(file: string, schema: z.ZodType<T>): T[] {
  const content: unknown = parse(readFileSync(file, 'utf8'))
  const rows =
    content !== null && typeof content === 'object' && 'questions' in content
      ? content.questions
      : content
  const parsed = z.array(schema).safeParse(rows)
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`)
  return parsed.data
}
