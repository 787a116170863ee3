import { createWorkLoop } from '../../src/delivery/create-work-loop'
import { until } from '../e2e/until'

test('a loop that hangs can be told from one that has nothing to do', async () => {
  let looks = 0
  let hangs = false
  let release = () => {}
  const loop = createWorkLoop({
    async step() {
      looks += 1
      if (hangs) {
        await new Promise<void>((resolve) => {
          release = resolve
        })
      }
      return false
    },
    lanes: 1,
    onError: () => {},
    random: () => 0.5,
  })
  expect(loop.quietMs()).toBe(0)
  loop.start()
  await until('two looks', () => looks >= 2)
  expect(loop.quietMs()).toBeLessThan(1_500)
  hangs = true
  loop.wake()
  await until('a silence that no idle loop has', () => loop.quietMs() > 1_500)
  hangs = false
  release()
  await until('the next look', () => loop.quietMs() < 1_000)
  await loop.stop()
  expect(loop.quietMs()).toBe(0)
})
