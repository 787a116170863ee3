import { type ContentFile, hashContent, type RevisionTable } from '../storage/revision-table'
import { type ContentFolders, describeChanges, readContentFiles } from './content-files'
import type { ContentStore } from './content-store'

/** The author of revisions that come from the folders. */
const AUTHOR = 'files'

/**
 * What a look at the folders came to.
 * - `unchanged`: since the last look
 * - `served`: they hold what is served, perhaps just published
 * - `superseded`: they hold an older state, and nobody has edited them since this process began
 * - `refused`: they have errors
 * - `overtaken`: someone else published meanwhile; the folders are to be looked at again
 */
export type FolderLook = 'unchanged' | 'served' | 'superseded' | 'refused' | 'overtaken'

/** Publishes what the folders of this process hold, each time that it has changed. */
export type FolderPublisher = {
  /** SHA-256 of the files that were looked at last; null before, and while they cannot be read. */
  hash(): string | null
  /** Hash of the state that they last agreed with: what else they hold was edited on top of it. Null before. */
  basis(): string | null
  /** Tells that they were brought to a state from outside. */
  rebase(hash: string): void
  /** Why these files are not published: `file:line:column: message`. Empty where they are sound. */
  problems(): readonly string[]
  /** Looks at the folders and publishes what is new and sound in them. Throws when the database is gone. */
  publish(): Promise<FolderLook>
}

/**
 * What the folders hold at the first look may be an older state that this machine still has: where it was ever
 * published it is left at that. Any change from then on is someone's edit, also one back to an older state.
 */
export function createFolderPublisher(options: {
  folders: ContentFolders
  store: ContentStore
  revisions: RevisionTable
}): FolderPublisher {
  const { folders, store, revisions } = options
  let isFirstLook = true
  let hash: string | null = null
  let basis: string | null = null
  let problems: readonly string[] = []

  function settle(
    look: FolderLook,
    seen: string | null,
    found: readonly string[] = [],
  ): FolderLook {
    isFirstLook = false
    hash = seen
    if (look !== 'refused') basis = seen
    problems = found
    return look
  }

  return {
    hash: () => hash,
    basis: () => basis,
    rebase(to) {
      basis = to
    },
    problems: () => problems,

    async publish() {
      // Before the files are read: what is published after this is newer than they are.
      const [newest] = await revisions.latest(1)
      const read = readFolders(folders)
      if ('problem' in read) return settle('refused', null, [read.problem])

      const { files } = read
      const seen = hashContent(files)
      if (seen === hash) return 'unchanged'
      if (seen === (store.served()?.revision ?? newest)?.hash) return settle('served', seen)
      if (isFirstLook && (await revisions.isPublished(seen))) return settle('superseded', seen)

      const before = newest ? await revisions.readFiles(newest.id) : []
      const publication = await store.publish({
        files,
        author: AUTHOR,
        message: describeChanges(before, files),
        basedOn: newest?.id ?? null,
      })
      if (publication.outcome === 'overtaken') return 'overtaken'
      if (publication.outcome === 'refused') return settle('refused', seen, publication.problems)
      return settle('served', seen)
    },
  }
}

function readFolders(folders: ContentFolders): { files: ContentFile[] } | { problem: string } {
  try {
    return { files: readContentFiles(folders) }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) }
  }
}
