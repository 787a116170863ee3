import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toSchemaFiles } from '../bot/content-schemas'
import { runCommand } from './command-error'

const FOLDER = 'schemas'

/** `npm run schemas`: writes the JSON Schemas by which editors complete and check the YAML. */
async function schemas(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true })
  for (const [name, text] of toSchemaFiles()) {
    writeFileSync(join(FOLDER, name), text)
    process.stdout.write(`${join(FOLDER, name)}\n`)
  }
}

runCommand(schemas)
