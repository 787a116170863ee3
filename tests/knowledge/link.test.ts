import fc from 'fast-check'
import {
  LINK_PLACES,
  type Link,
  readLinkQuery,
  readRef,
  toLinkPath,
  toRef,
} from '../../src/knowledge/link'

const id = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}$/)
const link: fc.Arbitrary<Link> = fc.record({
  kind: fc.constantFrom('topic' as const, 'flow' as const),
  id,
  unit: fc.oneof(fc.constant(''), id),
  place: fc.constantFrom('', ...LINK_PLACES),
})

describe('a link', () => {
  test('survives being a ref, which has only signs that Messenger takes', () => {
    fc.assert(
      fc.property(link, (one) => {
        expect(toRef(one)).toMatch(/^[A-Za-z0-9_=-]+$/)
        expect(readRef(toRef(one))).toEqual(one)
      }),
    )
  })

  test('survives being an address', () => {
    fc.assert(
      fc.property(link, (one) => {
        const { pathname, searchParams } = new URL(toLinkPath(one), 'https://loa.example.vn')
        expect(pathname).toBe(`/${one.kind === 'topic' ? 't' : 'g'}/${one.id}`)
        const query = readLinkQuery(Object.fromEntries(searchParams))
        expect(query).toEqual({ unit: one.unit, place: one.place })
      }),
    )
  })

  test.each([
    ['chip-no-tracking', { kind: 'topic', id: 'chip-no-tracking', unit: '', place: '' }],
    ['t_chip_ward_nobody', { kind: 'topic', id: 'chip', unit: 'ward', place: '' }],
    ['t_Chip', null],
    ['x_chip', null],
    ['t_chip_a_b_c', null],
    ['t_', null],
    ['', null],
    [undefined, null],
    [`t_${'a'.repeat(300)}`, null],
  ])('as someone may have written it: %s', (ref, read) => expect(readRef(ref)).toEqual(read))
})
