import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { explainIssues } from './explain-issue'
import { explainYamlError } from './explain-yaml-error'
import type { Problem } from './problem'
import type { SourceFile } from './source-file'

/** Where a value stands in its file: finds the place of a path such as `['buttons', 0, 'topic']`. */
export type Locate = (path: readonly PropertyKey[]) => { line: number; column: number }

/** A file read against a schema: a value, or the problems that kept it from being one. */
export type ReadYaml<T> =
  | { ok: true; value: T; locate: Locate; problems: Problem[] }
  | { ok: false; problems: Problem[] }

const vietnamese = z.locales.vi().localeError

/** Aliases multiply; a hundred of them is far beyond what a hand-written file has (YAML bombs). */
const MAX_ALIASES = 100

/**
 * Parses one YAML file and checks it against a schema, telling every problem at once with its place.
 * Never throws on what is in the file.
 */
export function readYaml<T>(file: SourceFile, schema: z.ZodType<T>): ReadYaml<T> {
  const lines = new LineCounter()
  const document = parseDocument(file.text, { lineCounter: lines, prettyErrors: false })
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  const locate: Locate = (path) => {
    for (let length = path.length; length >= 0; length--) {
      const node = document.getIn(path.slice(0, length), true)
      if (isNode(node) && node.range) return at(node.range[0])
    }
    return { line: 1, column: 1 }
  }
  const locateKey = (path: readonly PropertyKey[]) => {
    const map = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
    const keys = isMap(map) ? map.items.map(({ key }) => key) : []
    const key = keys.find((one) => isScalar(one) && String(one.value) === String(path.at(-1)))
    return isScalar(key) && key.range ? at(key.range[0]) : locate(path)
  }
  const problem = (place: { line: number; column: number }, message: string): Problem => ({
    file: file.path,
    ...place,
    message,
    level: 'error',
  })

  const syntax = [...document.errors, ...document.warnings]
  if (syntax.length > 0) {
    return {
      ok: false,
      problems: syntax.map((error) => problem(at(error.pos[0]), explainYamlError(error))),
    }
  }
  let content: unknown
  try {
    content = document.toJS({ maxAliasCount: MAX_ALIASES })
  } catch (cause) {
    return { ok: false, problems: [problem({ line: 1, column: 1 }, `không đọc được: ${cause}`)] }
  }
  const parsed = schema.safeParse(content, { error: vietnamese, reportInput: true })
  if (parsed.success) return { ok: true, value: parsed.data, locate, problems: [] }
  return {
    ok: false,
    problems: explainIssues(parsed.error.issues, schema).map(({ path, message, key }) => {
      const named = (key ? path.slice(0, -1) : path).join('.')
      return problem(key ? locateKey(path) : locate(path), named ? `${named}: ${message}` : message)
    }),
  }
}
