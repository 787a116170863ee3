import type { Logger } from 'pino'
import type { FileEdit, FilePublication } from '../console/answers/file-publication'
import { notePublished } from '../flows/note-published'
import { type ContentFile, hashText, type RevisionTable } from '../storage/revision-table'
import type { ContentFolders } from './content-files'
import type { ContentStore } from './content-store'
import type { FolderPublisher } from './publish-folders'
import { writeBack } from './write-back'

/** Others may publish at the same time; each time the newest is taken up again. */
const PUBLISHING_TRIED = 5

const FLOWS = 'flows/'

/**
 * Makes what publishes single files for the console, and keeps this process's folders in step. With a guide its new
 * version is noted in `published.yaml`.
 */
export function createFilePublisher(options: {
  folders: ContentFolders
  revisions: RevisionTable
  store: ContentStore
  publisher: FolderPublisher
  logger: Logger
}): (edit: FileEdit) => Promise<FilePublication> {
  const { folders, revisions, store, publisher, logger } = options

  return async ({ path, text, basedOn, author, message }) => {
    // What someone saved in the folders a moment ago comes first.
    await publisher.publish()
    for (let tries = 0; tries < PUBLISHING_TRIED; tries++) {
      const [newest] = await revisions.latest(1)
      const files = newest ? await revisions.readFiles(newest.id) : []
      const before = files.find((file) => file.path === path)?.text ?? null
      if (newest && before === text) {
        return { outcome: 'published', revision: newest, written: true }
      }
      if ((before === null ? null : hashText(before)) !== basedOn) return { outcome: 'changed' }
      const edited = withFile(files, { path, text })
      const noted = notePublished(under(edited, FLOWS), path)
      const all = noted ? withFile(edited, noted) : edited
      const publication = await store.publish({
        files: all,
        author,
        message,
        basedOn: newest?.id ?? null,
      })
      if (publication.outcome === 'overtaken') continue
      if (publication.outcome === 'refused') return publication
      const { revision } = publication
      logger.info({ revision: revision.id }, 'serving a revision')
      // Folders that are older would, with this one file new, be published as an edit of someone's.
      const written =
        publisher.basis() === newest?.hash &&
        writeBack(
          folders,
          { before: files, after: noted ? [{ path, text }, noted] : [{ path, text }] },
          logger,
        )
      if (written) publisher.rebase(revision.hash)
      return { outcome: 'published', revision, written }
    }
    return { outcome: 'changed' }
  }
}

const under = (files: readonly ContentFile[], folder: string) =>
  files.filter(({ path }) => path.startsWith(folder))

const withFile = (files: readonly ContentFile[], file: ContentFile) => [
  ...files.filter(({ path }) => path !== file.path),
  file,
]
