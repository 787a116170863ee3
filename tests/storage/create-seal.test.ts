import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { createSeal, UnreadableError } from '../../src/storage/create-seal'
import { tokenTable } from '../../src/storage/token-table'
import { describeOnEachDatabase } from './databases'

const [older, newer] = [randomBytes(32), randomBytes(32)]
const seal = createSeal([older])

test('any text opens again, at its place only', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, place) => {
      const sealed = seal.seal(text, place)
      expect(seal.open(sealed, place)).toBe(text)
      expect(() => seal.open(sealed, `${place}x`)).toThrow(UnreadableError)
    }),
  )
})

test('the same text is never sealed in the same way', () => {
  expect(seal.seal('a', 'p')).not.toBe(seal.seal('a', 'p'))
})

test('a text that was changed does not open, whichever part it was', () => {
  const parts = seal.seal('a secret', 'p').split('.')
  for (const index of [1, 2, 3]) {
    const changed = parts.map((part, at) => (at === index ? flip(part) : part)).join('.')
    expect(() => seal.open(changed, 'p')).toThrow(UnreadableError)
  }
  for (const short of [parts.slice(0, 3), [parts[0], parts[1], '', parts[3]]]) {
    expect(() => seal.open(short.join('.'), 'p')).toThrow(UnreadableError)
  }
})

test('while a key is changed both open, and the newer seals', () => {
  const both = createSeal([newer, older])
  expect(both.open(seal.seal('a', 'p'), 'p')).toBe('a')
  expect(createSeal([newer]).open(both.seal('b', 'p'), 'p')).toBe('b')
  expect(() => seal.open(both.seal('b', 'p'), 'p')).toThrow('LOA_ENCRYPTION_KEY')
})

test('without a key texts are kept as they are, and are read when there is one', () => {
  expect(createSeal([]).seal('{"a":1}', 'p')).toBe('{"a":1}')
  expect(seal.open('{"a":1}', 'p')).toBe('{"a":1}')
  expect(() => createSeal([]).open(seal.seal('a', 'p'), 'p')).toThrow(UnreadableError)
})

describeOnEachDatabase('sealed tokens', (use) => {
  const pair = { accessToken: 'access-secret', refreshToken: 'refresh-secret', expiresAt: 1 }
  const tokensWith = (...keys: Buffer[]) =>
    tokenTable(use.database, 'zalo', { now: () => 0, seal: createSeal(keys) })
  const stored = () => use.database.kysely.selectFrom('tokens').selectAll().execute()

  test('cannot be read in the database, and can with the key', async () => {
    await tokensWith(older).replace('oa', pair)
    expect(JSON.stringify(await stored())).not.toMatch(/access-secret|refresh-secret/)
    expect(await tokensWith(newer, older).read('oa')).toEqual(pair)
    await expect(tokensWith(newer).read('oa')).rejects.toThrow(UnreadableError)
  })

  test('of one account are of no use as another’s', async () => {
    await tokensWith(older).replace('oa', pair)
    await use.database.kysely.updateTable('tokens').set({ account: 'other' }).execute()
    await expect(tokensWith(older).read('other')).rejects.toThrow(UnreadableError)
  })

  test('take the newer key when they are next saved', async () => {
    await tokensWith(older).replace('oa', pair)
    await tokensWith(newer, older).withLock('oa', (_, save) => save(pair))
    expect(await tokensWith(newer).read('oa')).toEqual(pair)
  })

  test('are replaced by a new consent also when they cannot be read', async () => {
    await tokensWith(older).replace('oa', pair)
    await tokensWith(newer).replace('oa', pair)
    expect(await tokensWith(newer).accounts()).toEqual(['oa'])
    expect(await tokensWith(newer).read('oa')).toEqual(pair)
  })
})

function flip(text = ''): string {
  return (text.startsWith('A') ? 'B' : 'A') + text.slice(1)
}
