import { basename } from 'node:path'
import { z } from 'zod'
import { flowSchema } from '../flows/flow'
import { isTopicFile, KNOWLEDGE_SCHEMAS } from '../knowledge/load-knowledge'
import { topicSchema } from '../knowledge/topic'

/** What every kind of YAML file is checked against, by the name of its JSON Schema. */
const CONTENT_SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  topic: topicSchema,
  flow: flowSchema,
  ...KNOWLEDGE_SCHEMAS,
}

/** The name of the JSON Schema of a file of the knowledge folder; null for a file that Loa does not read. */
export function schemaNameOf(path: string): string | null {
  if (isTopicFile(path)) return 'topic'
  const name = basename(path, '.yaml')
  return name in KNOWLEDGE_SCHEMAS ? name : null
}

/**
 * The files of `schemas/`, by name: JSON Schemas with which an editor completes and checks the YAML while it is
 * written. Draft 7 is what editors know best.
 */
export function toSchemaFiles(): Map<string, string> {
  return new Map(
    Object.entries(CONTENT_SCHEMAS).map(([name, schema]) => {
      const json = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' })
      return [`${name}.json`, `${JSON.stringify(json, null, 2)}\n`]
    }),
  )
}
