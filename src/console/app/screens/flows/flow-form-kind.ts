import type { FlowForm } from '../../../../flows/flow-form'
import { nameFlowField } from '../../../../flows/name-flow-field'
import type { FormKind } from '../answers/form-kind'

/** The key of everything that is read of guides: all is read anew after a change. */
export const FLOWS_KEY = ['flows'] as const

/** Guides: a form's fields are called as where they stand, `steps.who.text`. */
export const FLOW_FORM: FormKind<FlowForm> = {
  key: FLOWS_KEY,
  base: '/flows',
  list: '/flows',
  noun: 'hướng dẫn',
  empty: {},
  readField: (form, field) => form[field],
  // A field of a guide holds words, which its inputs and the server give.
  withField: (form, field, value) => ({ ...form, [field]: value as string | string[] }),
  nameField: nameFlowField,
}
