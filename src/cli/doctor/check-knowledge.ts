import { checkContent } from '../../bot/load-content'
import { readSources } from '../read-content'
import type { Finding } from './finding'

const about = 'knowledge'

/** Looks whether the files in the folders could be served. */
export function checkKnowledge(): Finding {
  try {
    const { sound, problems } = checkContent(readSources(Date.now()))
    const errors = problems.filter(({ level }) => level === 'error').length
    if (sound) {
      const { topics } = sound.draft.knowledge
      return { level: 'well', about, text: `${topics.size} entries, ${sound.flows.length} guides` }
    }
    return {
      level: 'mend',
      about,
      text: `${errors} errors in the files`,
      advice: 'npm run check tells file, line and what is wrong',
    }
  } catch (error) {
    const advice = 'set KNOWLEDGE_DIR and FLOWS_DIR to folders that can be read'
    return { level: 'mend', about, text: (error as Error).message, advice }
  }
}
