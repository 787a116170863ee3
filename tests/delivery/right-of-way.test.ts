import { RightOfWay } from '../../src/delivery/right-of-way'

/** Work that is under way until `end` is called. */
function openWork(way: RightOfWay, count: number) {
  const ends: (() => void)[] = []
  const works = Array.from({ length: count }, () =>
    way.take(new Promise<void>((resolve) => ends.push(resolve))),
  )
  return { end: () => ends.map((end) => end()), over: Promise.all(works) }
}

async function isGivingWay(given: Promise<void>): Promise<boolean> {
  const soon = new Promise<string>((resolve) => setTimeout(() => resolve('soon'), 30))
  return (await Promise.race([given, soon])) === 'soon'
}

test('nothing waits while there is no crowd', async () => {
  const way = new RightOfWay()
  const few = openWork(way, 2)
  expect(await isGivingWay(way.give())).toBe(false)
  few.end()
  await few.over
})

test('what gives way goes on when the crowd is gone', async () => {
  const way = new RightOfWay()
  const crowd = openWork(way, 20)
  const given = way.give()
  expect(await isGivingWay(given)).toBe(true)
  crowd.end()
  await crowd.over
  await given
})

test('it goes on all the same when the crowd does not go', async () => {
  const way = new RightOfWay()
  openWork(way, 20)
  await expect(way.give()).resolves.toBeUndefined()
})

test('work that fails is over too', async () => {
  const way = new RightOfWay()
  const failing = Array.from({ length: 20 }, () => way.take(Promise.reject(new Error('gone'))))
  await Promise.allSettled(failing)
  expect(await isGivingWay(way.give())).toBe(false)
})
