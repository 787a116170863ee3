import { editFlow } from '../../flows/edit-flow'
import { compareFlowForms, type FlowForm, readFlowForm } from '../../flows/flow-form'
import { PUBLISHED_FILE } from '../../flows/load-flows'
import { nameFlowField } from '../../flows/name-flow-field'
import { AnswerError } from '../answers/answer-error'
import type { EditedKind } from '../answers/edited-kind'

const FOLDER = 'flows/'

/**
 * Guides: a form has what is said in them. A draft is always written into what is published, so that it is the next
 * version of that, whatever was saved before.
 */
export const FLOW_KIND: EditedKind<FlowForm> = {
  action: 'flows',
  noun: 'Hướng dẫn',
  prefix: FOLDER,
  owns: (path) => path.startsWith(FOLDER) && path !== FOLDER + PUBLISHED_FILE,
  toPath: (id) => `${FOLDER}${id}.yaml`,
  readForm: readFlowForm,
  compare: compareFlowForms,
  nameField: nameFlowField,
  toText({ published }, form) {
    if (published) return editFlow(published.text, form)
    throw new AnswerError(
      'gone',
      'Hướng dẫn này không còn trong nội dung đang dùng. Hãy quay lại danh sách.',
    )
  },
  toRestored(published, earlier) {
    const [now, then] = [readFlowForm(published), readFlowForm(earlier)]
    const fields = (form: FlowForm) => Object.keys(form).sort().join()
    if (fields(now) === fields(then)) return editFlow(published, then)
    throw new AnswerError(
      'state',
      'Bản ấy có các bước khác bản đang dùng nên không khôi phục được ở đây; nhờ người phụ trách kỹ thuật khôi phục trong tệp.',
    )
  },
  toCheck: (change) => ({ kind: 'check-flow', change }),
}
