import fc from 'fast-check'
import { backOff } from '../../src/delivery/back-off'

const LIMITS = { firstMs: 1_000, capMs: 600_000 }

test('a pause doubles from the first one up to the cap', () => {
  const pauses = [1, 2, 3, 10, 11, 5_000].map((n) => backOff(n, () => 0, LIMITS))
  expect(pauses).toEqual([1_000, 2_000, 4_000, 512_000, 600_000, 600_000])
})

test('chance shortens a pause by a quarter at most and never lengthens it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (failures, chance) => {
        const longest = backOff(failures, () => 0, LIMITS)
        const pause = backOff(failures, () => chance, LIMITS)
        expect(pause).toBeLessThanOrEqual(longest)
        expect(pause).toBeGreaterThanOrEqual(longest * 0.75)
      },
    ),
  )
})
