import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Copies `tests/bot/small-content`, with the project's own words, into a new folder of its own: two entries and a guide,
 * which load in a moment. Whoever calls it deletes the folder.
 */
export function copySmallContent(): { folder: string; environment: Record<string, string> } {
  const folder = mkdtempSync(join(tmpdir(), 'loa-small-'))
  cpSync('tests/bot/small-content', folder, { recursive: true })
  const knowledge = join(folder, 'knowledge')
  for (const name of ['messages', 'commands', 'lexicon', 'readings']) {
    cpSync(`knowledge/${name}.yaml`, join(knowledge, `${name}.yaml`))
  }
  const environment = {
    KNOWLEDGE_DIR: knowledge,
    FLOWS_DIR: join(folder, 'flows'),
    CONVERSATIONS_DIR: join(folder, 'conversations'),
  }
  return { folder, environment }
}
