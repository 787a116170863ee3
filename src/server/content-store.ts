import { type Content, type LoadedContent, toContent } from '../bot/content'
import { CHANNEL_LIMITS } from '../channels/channel-limits'
import { toHanoiDay } from '../knowledge/hanoi-day'
import { formatProblem, type Problem } from '../knowledge/problem'
import { toPublishedIds } from '../knowledge/published-ids'
import type { ContentFile, NewRevision, Revision, RevisionTable } from '../storage/revision-table'
import { toSources } from './content-files'
import type { ContentLoader } from './content-loader'

/** The content that turns are given, and the revision that it is. */
export type Served = { revision: Revision; content: Content }

/**
 * What became of publishing.
 * - `published`: it is the newest revision, and served
 * - `refused`: it has errors; each is a line `file:line:column: message`
 * - `overtaken`: someone published other content meanwhile; nothing changed
 */
export type Publication =
  | { outcome: 'published'; revision: Revision }
  | { outcome: 'refused'; problems: string[] }
  | { outcome: 'overtaken' }

/** Content to be published; see {@link NewRevision}. */
export type Draft = Omit<NewRevision, 'publishedAt'>

/** The one door to what is served: everything served is a revision, and no revision is older than the one before. */
export type ContentStore = {
  /** Null until something was published or followed. */
  served(): Served | null
  /** Id of the newest revision that was seen, whether or not it could be loaded. */
  newest(): number | null
  /**
   * Checks content, also for links of what was published before that it would break, makes it the newest revision, and
   * serves it.
   */
  publish(draft: Draft): Promise<Publication>
  /**
   * Serves the newest revision, if it is not served already. One that cannot be loaded (a newer Loa wrote it) is
   * looked at once; its errors are returned, and what was served goes on. Where nothing was, it is the next older
   * revision that can be.
   */
  follow(): Promise<string[]>
}

/** How far back a revision is looked for that this Loa can load. */
const REVISIONS_TRIED = 10

/** Makes the store over the database's revisions. Its methods throw when the database is gone. */
export function createContentStore(options: {
  revisions: RevisionTable
  loader: ContentLoader
  now: () => number
}): ContentStore {
  const { revisions, loader, now } = options
  let served: Served | null = null
  let newest: number | null = null

  async function load(files: readonly ContentFile[], before: readonly ContentFile[] = []) {
    const today = toHanoiDay(now())
    try {
      const published = toPublishedIds(toSources(before))
      const sources = { ...toSources(files), channels: CHANNEL_LIMITS, today, published }
      const { content, problems } = await loader.load(sources)
      return { content, problems: toErrors(problems) }
    } catch (error) {
      // To be told like any other problem: whatever in the files brought it about, they must not be served.
      return { content: null, problems: [error instanceof Error ? error.message : String(error)] }
    }
  }

  function serve(revision: Revision, loaded: LoadedContent): void {
    newest = Math.max(newest ?? 0, revision.id)
    if (served && served.revision.id >= revision.id) return
    served = { revision, content: toContent(loaded) }
  }

  return {
    served: () => served,
    newest: () => newest,

    async publish(draft) {
      const [last] = await revisions.latest(1)
      const before = last ? await revisions.readFiles(last.id) : []
      const { content, problems } = await load(draft.files, before)
      if (!content) return { outcome: 'refused', problems }
      const revision = await revisions.publish({ ...draft, publishedAt: now() })
      if (!revision) return { outcome: 'overtaken' }
      serve(revision, content)
      return { outcome: 'published', revision }
    },

    async follow() {
      const latest = await revisions.latest(served ? 1 : REVISIONS_TRIED)
      if (latest.length === 0 || latest[0]?.id === newest) return []
      const errors: string[] = []
      for (const revision of latest) {
        const { content, problems } = await load(await revisions.readFiles(revision.id))
        if (content) {
          serve(revision, content)
          break
        }
        errors.push(...problems.map((line) => `revision ${revision.id}: ${line}`))
      }
      newest = Math.max(newest ?? 0, latest[0]?.id ?? 0)
      return errors
    },
  }
}

function toErrors(problems: readonly Problem[]): string[] {
  return problems.filter(({ level }) => level === 'error').map(formatProblem)
}
