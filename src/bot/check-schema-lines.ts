import { basename } from 'node:path'
import { PUBLISHED_FILE } from '../flows/load-flows'
import type { Problem } from '../knowledge/problem'
import type { SourceFile } from '../knowledge/source-file'
import { schemaNameOf } from './content-schemas'

/**
 * Every file begins with the line by which an editor finds the schema to complete and check it with. Without it the
 * bot is as good, so it is a warning. How many folders up the schemas are is the editor's to find out: a campaign may lie
 * deeper than the first.
 */
export function checkSchemaLines(sources: {
  knowledge: readonly SourceFile[]
  flows: readonly SourceFile[]
}): Problem[] {
  const problemOf = ({ path: file, text }: SourceFile, schema: string | null): Problem[] => {
    if (schema === null) return []
    const folder = schema === 'topic' ? '../../schemas' : '../schemas'
    const line = `# yaml-language-server: $schema=${folder}/${schema}.json`
    const [first = ''] = text.split(/\r?\n/, 1)
    const message = `thêm vào dòng đầu, để VS Code kiểm tra khi gõ: ${line}`
    const named = /^# yaml-language-server: \$schema=(?:\.\.\/)+schemas\/(.+)\.json$/.exec(first)
    return named?.[1] === schema ? [] : [{ file, line: 1, column: 1, message, level: 'warning' }]
  }
  return [
    ...sources.knowledge.flatMap((file) => problemOf(file, schemaNameOf(file.path))),
    ...sources.flows.flatMap((file) =>
      basename(file.path) === PUBLISHED_FILE ? [] : problemOf(file, 'flow'),
    ),
  ]
}
