import type { Content } from '../../bot/content'
import { editYaml, YamlEditError } from '../../knowledge/edit-yaml'
import { readTopicForm } from '../../knowledge/topic-form'
import { type ContentFile, hashText, type Revision } from '../../storage/revision-table'
import { isAtLeast } from '../../storage/role'
import { toForm } from '../../text/to-form'
import type { Answers } from '../answers/create-answers'
import type { FileEdit, FilePublication } from '../answers/file-publication'
import { Refusal } from '../refusal'
import type { QuestionMove, QuestionTarget } from './question-target'

/** What is published, and the door to it. */
export type PublishedFiles = {
  served(): { revision: Revision; content: Content }
  readFiles(revision: number): Promise<readonly ContentFile[]>
  publishFile(edit: FileEdit): Promise<FilePublication>
}

const OUTSIDE = 'knowledge/outside.yaml'
const NOTE = 'câu người dân hỏi mà chưa trả lời được'
/** Characters of an entry's question. */
const QUESTION_LENGTH = 120

/** Takes questions to the entries, by their drafts, and to `outside.yaml`, by its file. */
export function createQuestionTarget(
  { reader, writer, entries, publisher }: Answers,
  { served, readFiles, publishFile }: PublishedFiles,
): QuestionTarget {
  /** Saves an entry's draft with other examples. */
  async function changeExamples(
    entry: string,
    { account }: Pick<QuestionMove, 'account'>,
    change: (examples: string[]) => string[],
  ): Promise<void> {
    const { published, draft } = await reader.read(entry)
    const form = draft ? readTopicForm(draft.text) : published?.form
    if (!form) throw new Refusal(404, 'Không còn mục này. Hãy chọn mục khác.')
    const examples = change(form.examples)
    if (examples.length === form.examples.length) return
    const input = {
      form: { ...form, examples },
      version: draft?.version ?? 0,
      basedOn: published?.hash ?? null,
      note: NOTE,
    }
    await writer.save(entry, input, account)
  }

  /** Publishes `outside.yaml` with other examples of one kind of business. */
  async function changeOutside(
    business: string,
    { account }: Pick<QuestionMove, 'account'>,
    change: (examples: string[]) => string[],
  ): Promise<void> {
    if (publisher.needsSecond() && !isAtLeast(account.role, 'approver')) {
      throw new Refusal(403, 'Việc này được đăng ngay nên cần người có quyền duyệt.')
    }
    const { revision, content } = served()
    const { outside } = content.knowledge
    const index = outside.findIndex(({ id }) => id === business)
    const file = (await readFiles(revision.id)).find(({ path }) => path === OUTSIDE)
    const before = outside[index]?.examples
    if (!file || !before) throw new Refusal(404, 'Không còn loại việc này. Hãy chọn loại khác.')
    const examples = change(before)
    if (examples.length === before.length) return
    const publication = await publishFile({
      path: OUTSIDE,
      text: writeExamples(file.text, index, examples),
      basedOn: hashText(file.text),
      author: account.name,
      message: `${business}: ${NOTE}`,
    })
    if (publication.outcome === 'refused') {
      throw new Refusal(422, `Chưa đăng được: ${publication.problems[0] ?? 'nội dung có lỗi'}`)
    }
    if (publication.outcome === 'changed') {
      throw new Refusal(409, 'Nội dung vừa được người khác sửa. Hãy thử lại.', 'changed')
    }
  }

  return {
    addExamples: (entry, move) => changeExamples(entry, move, (old) => join(old, move.texts)),
    removeExamples: (entry, move) => changeExamples(entry, move, (old) => without(old, move.forms)),
    addOutside: (business, move) => changeOutside(business, move, (old) => join(old, move.texts)),
    removeOutside: (business, move) =>
      changeOutside(business, move, (old) => without(old, move.forms)),

    async startEntry(question, { texts, account }) {
      const id = await entries.nameNew(question)
      const examples = join([], texts)
      const form = {
        ...readTopicForm(''),
        question: question.slice(0, QUESTION_LENGTH),
        examples,
      }
      await writer.save(id, { form, version: 0, basedOn: null, note: NOTE }, account)
      return id
    },
  }
}

/** Those that are not there yet, marks and case aside, behind the others. */
function join(examples: readonly string[], texts: readonly string[]): string[] {
  const known = new Set(examples.map(toForm))
  const added = texts.filter((text) => {
    const form = toForm(text)
    const isNew = !known.has(form)
    known.add(form)
    return isNew
  })
  return [...examples, ...added.map((text) => text.trim())]
}

function without(examples: readonly string[], forms: readonly string[]): string[] {
  return examples.filter((example) => !forms.includes(toForm(example)))
}

/** @throws {Refusal} 422 where the file is written in a way that cannot be edited here */
function writeExamples(text: string, index: number, examples: readonly string[]): string {
  try {
    return editYaml(text, { path: [index, 'examples'], value: examples, order: ['examples'] })
  } catch (error) {
    if (!(error instanceof YamlEditError)) throw error
    throw new Refusal(
      422,
      `Tệp ${OUTSIDE} viết theo lối không sửa được ở đây; nhờ người phụ trách kỹ thuật sửa trong tệp (${error.message}).`,
    )
  }
}
