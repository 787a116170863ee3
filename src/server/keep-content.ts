import type { Logger } from 'pino'
import type { Content } from '../bot/content'
import type { FileEdit, FilePublication } from '../console/answers/file-publication'
import type { Notices } from '../storage/notices'
import type { RevisionTable } from '../storage/revision-table'
import type { DialectName } from '../storage/schema'
import type { ContentFolders } from './content-files'
import type { ContentLoader } from './content-loader'
import { type ContentStatus, toContentStatus } from './content-status'
import { createContentStore, type Served } from './content-store'
import { createFilePublisher } from './create-file-publisher'
import { createFolderPublisher } from './publish-folders'
import { watchFolders } from './watch-folders'

/** Other processes publish too: this often the database is asked for a newer revision where no word comes of it. */
const POLL_MS = { sqlite: 500, postgres: 5_000 }

/** The content of a running server: what the folders hold or another process published, whichever is newer. */
export type KeptContent = {
  current(): Content
  served(): Served
  /** Publishes one file in place of the text that its author saw, whatever else was published since. */
  publishFile(edit: FileEdit): Promise<FilePublication>
  status(): ContentStatus
  /** Watches no longer and waits for what is under way. May be called twice. */
  stop(): Promise<void>
}

/** What {@link keepContent} works with. */
export type KeepContentOptions = {
  folders: ContentFolders
  revisions: RevisionTable
  /** Tell of revisions that other processes publish, on PostgreSQL. */
  notices: Notices
  dialect: DialectName
  /** Is closed when keeping ends. */
  loader: ContentLoader
  logger: Logger
  now: () => number
}

/**
 * Publishes what the folders hold if it never was, and serves the newest revision. From then on publishes each sound
 * change of the folders, and follows each newer revision of another process; a change with errors is told and what was
 * served goes on.
 * @throws {Error} when the files have errors and no revision can be served instead; lists every error
 */
export async function keepContent(options: KeepContentOptions): Promise<KeptContent> {
  const { folders, revisions, notices, dialect, loader, logger, now } = options
  const store = createContentStore({ revisions, loader, now })
  const publisher = createFolderPublisher({ folders, store, revisions })
  let hasChanged = true
  let isStopped = false
  let isFailing = false
  let looking: Promise<void> | undefined
  let last: Promise<unknown> = Promise.resolve()

  /** One after the other: a look between publishing and writing back would take the folders for older. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = last.then(work)
    last = result.catch(() => {})
    return result
  }

  /** Publishes what the folders hold, if someone has touched them, and serves the newest. */
  async function look(): Promise<void> {
    const before = store.served()
    const seen = hasChanged ? await lookAtFolders() : 'unchanged'
    const problems = await store.follow()
    if (problems.length > 0) logger.error({ problems }, 'a revision cannot be loaded here')
    const served = store.served()
    if (!served) return
    const { id } = served.revision
    // Neither author nor message: people write them.
    if (served !== before) logger.info({ revision: id }, 'serving a revision')
    if (seen === 'refused') {
      logger.error(
        { revision: id, problems: publisher.problems() },
        'the files have errors and are not published: the last good revision goes on',
      )
    }
    if (seen === 'superseded') {
      logger.warn(
        { revision: id },
        'the files are older than what is served; any edit publishes them',
      )
    }
  }

  async function lookAtFolders() {
    hasChanged = false
    try {
      const seen = await publisher.publish()
      if (seen === 'overtaken') hasChanged = true
      return seen
    } catch (error) {
      hasChanged = true
      throw error
    }
  }

  async function lookPatiently(): Promise<void> {
    try {
      do await look()
      while (hasChanged && !isStopped)
      isFailing = false
    } catch (error) {
      if (!isFailing && !isStopped) {
        logger.warn({ err: error }, 'cannot look for newer content now: what is served goes on')
      }
      isFailing = true
    }
  }

  function wake(): void {
    if (isStopped) return
    looking ??= inTurn(lookPatiently).finally(() => {
      looking = undefined
    })
  }

  const publishFile = createFilePublisher({ folders, revisions, store, publisher, logger })

  await look()
  const served = () => {
    const one = store.served()
    if (!one) throw new Error(unusable(publisher.problems()))
    return one
  }
  served()
  const watcher = watchFolders([folders.knowledge, folders.flows], {
    onChange() {
      hasChanged = true
      wake()
    },
    onError: (error) =>
      logger.error({ err: error }, 'the folders cannot be watched: set CHOKIDAR_USEPOLLING=1'),
  })
  const poll = setInterval(wake, POLL_MS[dialect])
  notices.listen('revisions', wake)

  return {
    current: () => served().content,
    served,
    publishFile: (edit) => inTurn(() => publishFile(edit)),
    status: () => toContentStatus(served(), store.newest(), publisher),
    async stop() {
      isStopped = true
      clearInterval(poll)
      await watcher.close()
      await loader.close()
      await looking
      await last
    },
  }
}

function unusable(problems: readonly string[]): string {
  return [
    ...problems,
    'mend these lines, then start again: there is no revision to serve instead',
  ].join('\n')
}
