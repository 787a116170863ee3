/** What is written by a form, entries or guides: where it is called and shown, and how its form is taken apart. */
export type FormKind<Form> = {
  /** The key of everything that is read of this kind: all is read anew after a change. */
  key: readonly string[]
  /** What is called for one, without its id: `/answers/entries`. */
  base: string
  /** The screen of the list, and what the screens of one begin with: `/answers`. */
  list: string
  /** What one is called within a sentence. */
  noun: string
  empty: Form
  readField(form: Form, field: string): unknown
  withField(form: Form, field: string, value: unknown): Form
  nameField(field: string, form: Form): string
}
