import { basename } from 'node:path/posix'
import type { TopicForm } from '../../knowledge/topic-form'
import type { ContentFile } from '../../storage/revision-table'
import { hashText } from '../../storage/revision-table'
import { AnswerError } from './answer-error'
import type { AnswersOptions } from './answers-options'
import type { EditedKind } from './edited-kind'
import type { Entry, PublishedEntry } from './entry'

/** Finds entries of a kind in what is served, whose files are read once for each revision. */
export function createEntryReader<Form>(
  { served, readFiles, drafts }: Pick<AnswersOptions, 'served' | 'readFiles' | 'drafts'>,
  kind: EditedKind<Form>,
) {
  let known: { revision: number; files: Promise<ReadonlyMap<string, ContentFile>> } | null = null

  function readOwn(): Promise<ReadonlyMap<string, ContentFile>> {
    const { id } = served().revision
    if (known?.revision === id) return known.files
    const files = readFiles(id).then(
      (all) =>
        new Map(
          all
            .filter(({ path }) => kind.owns(path))
            .map((file) => [basename(file.path, '.yaml'), file]),
        ),
    )
    known = { revision: id, files }
    files.catch(() => {
      known = null
    })
    return files
  }

  /** Only the one that is asked for is parsed: of thousands that would take long. */
  async function readPublished(id: string): Promise<PublishedEntry<Form> | null> {
    const file = (await readOwn()).get(id)
    return file ? { ...file, hash: hashText(file.text), form: kind.readForm(file.text) } : null
  }

  return {
    readPublished,

    /** @throws {AnswerError} `gone` where there is neither an entry nor a draft of this id */
    async read(id: string): Promise<Entry<Form>> {
      const published = await readPublished(id)
      const draft = await drafts.read(kind.prefix + id)
      if (published || draft) return { id, published, draft }
      throw new AnswerError(
        'gone',
        'Không có mục này. Có thể nó vừa bị bỏ; hãy quay lại danh sách.',
      )
    },
  }
}

/** See {@link createEntryReader}. */
export type EntryReader<Form = TopicForm> = ReturnType<typeof createEntryReader<Form>>
