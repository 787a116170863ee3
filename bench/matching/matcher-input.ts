import { toIntents } from '../../src/bot/load-content'
import { loadKnowledge } from '../../src/knowledge/load-knowledge'
import { readSourceFiles } from '../../src/knowledge/source-file'
import type { MatcherInput } from '../../src/matching/create-matcher'

/**
 * What the matcher of the campaign learns from.
 * @throws {Error} when the knowledge base has mistakes
 */
export function createMatcherInput(): MatcherInput {
  const { knowledge } = loadKnowledge(readSourceFiles(process.env.KNOWLEDGE_DIR || 'knowledge'))
  if (!knowledge) throw new Error('the knowledge base has mistakes: run npm run check')
  return {
    intents: toIntents(knowledge),
    lexicon: knowledge.lexicon,
    thresholds: knowledge.settings.matching,
  }
}
