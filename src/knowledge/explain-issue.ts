import { z } from 'zod'
import { askMeant, nearestWord } from './nearest-word'

/** A mistake against a schema as its author reads it, and the path of what is wrong; `key`: the path names a key. */
export type Explained = { path: PropertyKey[]; message: string; key?: true }

type Issue = z.core.$ZodIssue
/** A schema as JSON Schema: only what leads to the keys of an object. */
type Shape = {
  description?: string
  properties?: Record<string, Shape>
  items?: Shape
  additionalProperties?: Shape | boolean
  anyOf?: Shape[]
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'chữ; có dấu : hoặc # thì đặt trong ngoặc kép',
  number: 'số',
  int: 'số nguyên',
  boolean: 'true hoặc false',
  array: 'danh sách, mỗi dòng bắt đầu bằng "- "',
  object: 'các dòng "tên: nội dung", lùi vào hai dấu cách',
  record: 'các dòng "tên: nội dung", lùi vào hai dấu cách',
  date: 'ngày, ví dụ 2026-11-24',
}

/**
 * Tells what zod found wrong in Vietnamese, with how to mend it: which word an unknown one is near to, what a field is
 * for, and of several allowed forms the one that was probably meant.
 */
export function explainIssues(issues: readonly Issue[], schema: z.ZodType): Explained[] {
  const shape = z.toJSONSchema(schema, { io: 'input' }) as Shape
  return withoutMisspelt(issues, shape).flatMap((issue) => explainIssue(issue, shape))
}

function explainIssue(issue: Issue, shape: Shape): Explained[] {
  const path = [...issue.path]
  const about = shapesAt(shape, path).find(({ description }) => description)?.description
  const withAbout = (message: string) => [
    { path, message: `${message}${about ? `. ${about}` : ''}` },
  ]
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = keysOf(shapesAt(shape, path))
      return issue.keys.map((key) => ({
        path: [...path, key],
        key: true,
        message: `không có mục "${key}"; ${askMeant(key, known) ?? `bỏ đi, hoặc dùng: ${known.join(', ')}`}`,
      }))
    }
    case 'invalid_union': {
      const forms = issue.errors.map((form) =>
        form.map((inner): Issue => ({ ...inner, path: [...path, ...inner.path] })),
      )
      return likeliestForm(forms, shape).flatMap((inner) => explainIssue(inner, shape))
    }
    case 'invalid_type':
      return withAbout(
        issue.input === undefined
          ? `thiếu "${String(path.at(-1) ?? '')}"; thêm vào`
          : `phải là ${KINDS[issue.expected] ?? issue.expected}`,
      )
    case 'invalid_value': {
      const values = issue.values.map(String)
      const meant = typeof issue.input === 'string' ? askMeant(issue.input, values) : null
      return withAbout(`phải là một trong: ${values.join(', ')}${meant ? `; ${meant}` : ''}`)
    }
    case 'too_big':
      return withAbout(explainSize(issue, `quá ${issue.maximum}`, 'rút gọn'))
    case 'too_small':
      return withAbout(explainSize(issue, `chưa đủ ${issue.minimum}`, 'thêm vào'))
    default:
      return withAbout(issue.message)
  }
}

function explainSize(
  { origin, input }: { origin: string; input?: unknown },
  limit: string,
  mend: string,
): string {
  if (typeof input === 'string') return `dài ${input.length} ký tự, ${limit}; ${mend}`
  if (Array.isArray(input)) return `có ${input.length} dòng, ${limit}; ${mend}`
  return origin === 'number' || origin === 'int'
    ? `số ${input} ${limit}; sửa lại`
    : `${limit}; ${mend}`
}

/** The form with the fewest mistakes; an unknown word near a known one of that form is half a mistake. */
function likeliestForm(forms: readonly (readonly Issue[])[], shape: Shape): readonly Issue[] {
  const priced = forms.map((form) => {
    const missing = form.flatMap(({ code, path }) => {
      return code === 'invalid_type' ? [String(path.at(-1) ?? '')] : []
    })
    const price = form.reduce((sum, issue) => {
      if (issue.code !== 'unrecognized_keys') return sum + 1
      return issue.keys.reduce((all, key) => all + (nearestWord(key, missing) ? 0.5 : 1), sum)
    }, 0)
    return { form: withoutMisspelt(form, shape), price }
  })
  return priced.sort((a, b) => a.price - b.price)[0]?.form ?? []
}

/** A field that is missing because it was misspelt is told once, where it is misspelt. */
function withoutMisspelt(issues: readonly Issue[], shape: Shape): readonly Issue[] {
  const meant = issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return []
    const known = keysOf(shapesAt(shape, issue.path))
    return issue.keys.map((key) => [...issue.path, nearestWord(key, known)].join('.'))
  })
  return issues.filter(
    ({ code, path }) => code !== 'invalid_type' || !meant.includes(path.join('.')),
  )
}

const keysOf = (shapes: readonly Shape[]) => [
  ...new Set(shapes.flatMap(({ properties }) => Object.keys(properties ?? {}))),
]

/** The shapes that a place may have: several where there are several forms. */
function shapesAt(shape: Shape, path: readonly PropertyKey[]): Shape[] {
  const forms = [shape, ...(shape.anyOf ?? [])]
  const [step, ...rest] = path
  if (step === undefined) return forms
  return forms.flatMap(({ properties, items, additionalProperties }) => {
    const next =
      typeof step === 'number' ? items : (properties?.[String(step)] ?? additionalProperties)
    return typeof next === 'object' ? shapesAt(next, rest) : []
  })
}
