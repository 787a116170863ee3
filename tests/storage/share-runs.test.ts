import { shareRuns } from '../../src/storage/share-runs'

/** Runs that end when the test says so. */
function createRuns() {
  const ends: { resolve(): void; reject(error: Error): void }[] = []
  const share = shareRuns(() => new Promise((resolve, reject) => ends.push({ resolve, reject })))
  return { ends, share }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('sharing runs', () => {
  test('who asks during a run waits for the next one, together', async () => {
    const { ends, share } = createRuns()
    const over: string[] = []
    for (const name of ['first', 'second', 'third']) void share().then(() => over.push(name))
    expect(ends).toHaveLength(1)
    ends[0]?.resolve()
    await settled()
    expect(over).toEqual(['first'])
    expect(ends).toHaveLength(2)
    ends[1]?.resolve()
    await settled()
    expect(over).toEqual(['first', 'second', 'third'])
  })

  test('a run that fails fails for those who share it, and the next begins all the same', async () => {
    const { ends, share } = createRuns()
    const first = share()
    const second = share()
    ends[0]?.reject(new Error('disk gone'))
    await expect(first).rejects.toThrow('disk gone')
    await settled()
    ends[1]?.resolve()
    await expect(second).resolves.toBeUndefined()
  })

  test('after a run the next caller begins one', async () => {
    const { ends, share } = createRuns()
    const first = share()
    ends[0]?.resolve()
    await first
    void share()
    expect(ends).toHaveLength(2)
  })
})
