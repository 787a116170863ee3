import { type Content, type LoadedContent, toContent } from '../bot/content'
import { type ContentSources, loadContent } from '../bot/load-content'
import { CHANNEL_LIMITS } from '../channels/channel-limits'
import { toHanoiDay } from '../knowledge/hanoi-day'
import { formatProblem } from '../knowledge/problem'
import { CommandError } from './command-error'
import { readFolder } from './read-folder'

/** Reads the files that `KNOWLEDGE_DIR` and `FLOWS_DIR` name, and what they are checked by. */
export function readSources(now: number): ContentSources {
  const { KNOWLEDGE_DIR, FLOWS_DIR } = process.env
  return {
    knowledge: readFolder(KNOWLEDGE_DIR || 'knowledge'),
    flows: readFolder(FLOWS_DIR || 'flows'),
    channels: CHANNEL_LIMITS,
    today: toHanoiDay(now),
  }
}

/**
 * Reads the content for a command that needs it sound.
 * @throws {CommandError} listing every error as `file:line:column: message`
 */
export function readContent(now: number): Content {
  return toContent(loadSoundContent(now))
}

/**
 * The same with what the matcher has learned.
 * @throws {CommandError} as {@link readContent}
 */
export function loadSoundContent(now: number): LoadedContent {
  const { content, problems } = loadContent(readSources(now))
  if (content) return content
  const errors = problems.filter(({ level }) => level === 'error')
  throw new CommandError(errors.map(formatProblem).join('\n'))
}
