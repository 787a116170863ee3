import fc from 'fast-check'
import { flowVersionTable } from '../../src/storage/flow-version-table'
import { questionTable } from '../../src/storage/question-table'
import { stateTable } from '../../src/storage/state-table'
import { describeOnEachDatabase } from './databases'

describeOnEachDatabase('the state', (use) => {
  const state = () => stateTable(use.database.kysely, 1_000)

  test('is read back as it was written', async () => {
    await state().write({ a: { step: 1, eTag: '*' }, b: { name: 'Đặng "Thị" Hà\n👵' } })
    expect(await state().read(['a', 'b', 'c'])).toEqual({
      a: { step: 1, eTag: '*' },
      b: { name: 'Đặng "Thị" Hà\n👵' },
    })
  })

  test('any JSON object comes back the same', async () => {
    const object = fc
      .dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue())
      .map((value) => JSON.parse(JSON.stringify(value)) as object)
    await fc.assert(
      fc.asyncProperty(object, async (value) => {
        await state().write({ key: value })
        expect(await state().read(['key'])).toEqual({ key: value })
      }),
      { numRuns: 50 },
    )
  })

  test('is replaced by what is written later', async () => {
    await state().write({ a: { step: 1, old: true } })
    await state().write({ a: { step: 2 } })
    expect(await state().read(['a'])).toEqual({ a: { step: 2 } })
  })

  test('is gone when it is deleted', async () => {
    await state().write({ a: {}, b: {} })
    await state().delete(['a', 'never'])
    expect(await state().read(['a', 'b'])).toEqual({ b: {} })
  })

  test('takes an empty list of keys or changes', async () => {
    await state().write({})
    await state().delete([])
    expect(await state().read([])).toEqual({})
  })
})

describeOnEachDatabase('flow versions', (use) => {
  test('keep the definition that was saved first under a hash', async () => {
    const flows = flowVersionTable(use.database.kysely)
    const definition = { steps: [{ id: 'start' }] }
    await flows.save({ hash: 'abc', flowId: 'activate-account', definition })
    await flows.save({ hash: 'abc', flowId: 'activate-account', definition: {} })
    expect(await flows.read('abc')).toEqual({ hash: 'abc', flowId: 'activate-account', definition })
    expect(await flows.read('other')).toBeNull()
  })
})

describeOnEachDatabase('questions', (use) => {
  const asked = (askedAt: number, kind: string, text: string) => ({
    askedAt,
    channel: 'web',
    kind,
    topic: kind === 'answer' ? 'vneid-what' : null,
    flow: null,
    text,
  })

  beforeEach(async () => {
    const questions = questionTable(use.database.kysely)
    await questions.record(asked(10, 'fallback', 'giá vàng'))
    await questions.record(asked(20, 'answer', 'vneid là gì'))
    await questions.record(asked(30, 'fallback', 'thời tiết'))
    await questions.record(asked(40, 'fallback', 'xổ số'))
  })

  test('are counted by kind from a time on', async () => {
    const questions = questionTable(use.database.kysely)
    expect(await questions.countByKind(0)).toEqual({ answer: 1, fallback: 3 })
    expect(await questions.countByKind(30)).toEqual({ fallback: 2 })
  })

  test('of a kind are listed newest first', async () => {
    const questions = questionTable(use.database.kysely)
    const latest = await questions.latest('fallback', 2)
    expect(latest).toEqual([asked(40, 'fallback', 'xổ số'), asked(30, 'fallback', 'thời tiết')])
  })
})
