import { join } from 'node:path/posix'
import type { KitContext } from './handout'
import { isMade, KIT_FILES, toFileTitle } from './kit-files'
import type { Shared, SharedAddress } from './shared'
import { writeOutline } from './write-outline'

/** A file of a set: where it lies in the set's folder, and how it is made. */
export type SetFile = { path: string; make(): Promise<Buffer> }

const FOLDERS = { topic: 'cau-hoi', guide: 'huong-dan' } as const

/** The folder of a thing's files in a set. */
export const toFolder = (address: SharedAddress) =>
  address.kind === 'chat' ? 'loa' : join(FOLDERS[address.kind], address.id)

/** The files of one thing, in its folder; under a notice those that may be made. */
export function listFiles(shared: Shared, context: KitContext): SetFile[] {
  const { files } = context.knowledge.messages.kit
  return KIT_FILES.filter((file) => isMade(file, shared)).map((file) => ({
    path: join(toFolder(shared.address), toFileTitle(files[file.words], [shared.label], file.name)),
    make: () => file.make(shared, context),
  }))
}

/** The circular, beside the folders; none where the knowledge does not hold its text. */
export function listOutline(context: KitContext): SetFile[] {
  const { messages, outline } = context.knowledge
  if (!outline.document.text) return []
  const path = toFileTitle(messages.kit.files.document, [], '.pdf')
  return [{ path, make: () => writeOutline(context) }]
}
