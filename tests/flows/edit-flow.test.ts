import { checkVersion } from '../../src/flows/check-version'
import { editFlow } from '../../src/flows/edit-flow'
import { compareFlowForms, readFlowForm, withFlowForm } from '../../src/flows/flow-form'
import { loadFlows } from '../../src/flows/load-flows'
import { notePublished } from '../../src/flows/note-published'
import { addPublished } from '../../src/flows/published-flows'
import { currentStep, startFlow, stepFlow } from '../../src/flows/step-flow'
import { wayToStep } from '../../src/flows/way-to-step'
import { readSourceFiles } from '../../src/knowledge/source-file'

const files = readSourceFiles('flows')
const { flows, published } = loadFlows(files)
const guides = flows.map(({ flow, file }) => {
  const text = files.find(({ path }) => path === file)?.text ?? ''
  return { id: flow.id, flow, file, text, form: readFlowForm(text) }
})
const edited = (old: string | string[] | undefined) =>
  Array.isArray(old) ? [...old, 'một cách nữa: "thử", #1'] : `${old} "thử" #1: xong?`

describe.each(guides)('the file of $id', ({ flow, text, form, file }) => {
  test('stays as it is where the form says what it says', () => {
    expect(editFlow(text, form)).toBe(text)
    expect(editFlow(text, {})).toBe(text)
    expect(editFlow(text, { ...form, 'steps.nothing.text': 'x', title: ['x'] })).toBe(text)
  })

  // A field of every third step, another each time: what a guide says stands in the same few ways all over.
  const fields = flow.steps.flatMap(({ id }, index) => {
    const own = Object.keys(form).filter((field) => field.startsWith(`steps.${id}.`))
    return index % 3 === 0 ? (own[(index / 3) % own.length] ?? []) : []
  })
  test.each(['title', ...fields])('takes %s, and every other line stays', (field) => {
    const value = edited(form[field])
    const after = editFlow(text, { ...form, [field]: value })
    expect(compareFlowForms(form, readFlowForm(after))).toEqual([
      { field, was: form[field], now: value },
    ])
    const old = text.split('\n')
    const kept = after.split('\n')
    const gone = old.filter((line) => !kept.includes(line))
    // The version, and the lines of the field: a text of several lines is one field.
    expect(gone[0]).toBe(`version: ${flow.version}`)
    expect(gone.length - 1).toBeLessThanOrEqual(String(form[field]).split('\n').length)
    const read = loadFlows([{ path: file, text: after }]).flows[0]?.flow
    // What is too long for its field is written all the same, and told by the check.
    if (read) expect(withFlowForm(flow, { [field]: value }).steps).toEqual(read.steps)
  })

  test('is then the next version, safe for who is in the middle, and noted as published', () => {
    const after = { path: file, text: editFlow(text, { ...form, title: 'Tên khác' }) }
    const next = loadFlows([after]).flows[0]?.flow
    expect(next).toMatchObject({
      version: flow.version + 1,
      changes: [...flow.changes, { version: flow.version + 1, as: 'safe' }],
    })
    expect(next && checkVersion(next, published)).toEqual([])
    const all = files.map((one) => (one.path === file ? after : one))
    const noted = notePublished(all, file)
    const { published: now } = loadFlows(noted ? [noted] : [])
    expect(now).toEqual(addPublished(published, next ? [next] : []))
    expect(notePublished(files, file)).toBeNull()
  })

  test('has a way to every step', () => {
    for (const { id } of flow.steps) {
      let position = startFlow(flow)
      for (const { step, input } of wayToStep(flow, id) ?? []) {
        expect(currentStep(flow, position).id).toBe(step.id)
        const outcome = stepFlow(flow, position, input)
        if ('position' in outcome) position = outcome.position
      }
      expect(position.step).toBe(id)
    }
    expect(wayToStep(flow, 'nothing')).toBeNull()
  })
})
