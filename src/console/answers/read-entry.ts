import { basename } from 'node:path/posix'
import { isTopicFile } from '../../knowledge/load-knowledge'
import { readTopicForm, type TopicForm } from '../../knowledge/topic-form'
import type { EntryDraft } from '../../storage/draft-table'
import type { ContentFile } from '../../storage/revision-table'
import { hashText } from '../../storage/revision-table'
import { AnswerError } from './answer-error'
import type { AnswersOptions } from './answers-options'

/** An entry's file as it is published. */
export type PublishedEntry = { path: string; text: string; hash: string; form: TopicForm }

/** An entry: what is published of it, and what is being written. At least one of the two. */
export type Entry = { id: string; published: PublishedEntry | null; draft: EntryDraft | null }

/** Where a new entry's file is published. */
export const toEntryPath = (id: string) => `knowledge/topics/${id}.yaml`

/** Finds entries in what is served, whose files are read once for each revision. */
export function createEntryReader({
  served,
  readFiles,
  drafts,
}: Pick<AnswersOptions, 'served' | 'readFiles' | 'drafts'>) {
  let known: { revision: number; files: Promise<ReadonlyMap<string, ContentFile>> } | null = null

  function readTopics(): Promise<ReadonlyMap<string, ContentFile>> {
    const { id } = served().revision
    if (known?.revision === id) return known.files
    const files = readFiles(id).then(
      (all) =>
        new Map(
          all
            .filter(({ path }) => isTopicFile(path))
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
  async function readPublished(id: string): Promise<PublishedEntry | null> {
    const file = (await readTopics()).get(id)
    return file ? { ...file, hash: hashText(file.text), form: readTopicForm(file.text) } : null
  }

  return {
    readPublished,

    /** @throws {AnswerError} `gone` where there is neither an entry nor a draft of this id */
    async read(id: string): Promise<Entry> {
      const published = await readPublished(id)
      const draft = await drafts.read(id)
      if (published || draft) return { id, published, draft }
      throw new AnswerError(
        'gone',
        'Không có mục này. Có thể nó vừa bị bỏ; hãy quay lại danh sách.',
      )
    },
  }
}

/** See {@link createEntryReader}. */
export type EntryReader = ReturnType<typeof createEntryReader>
