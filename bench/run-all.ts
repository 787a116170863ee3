import { measureConsole } from './console/measure-console'
import { measureDelivery } from './delivery/measure-delivery'
import { compareMatchers } from './matching/compare-matchers'
import { timeReload } from './reload/time-reload'

/** `npm run bench`: every measurement, each with its table. */
async function runAll(): Promise<void> {
  compareMatchers()
  await timeReload()
  await measureConsole()
  await measureDelivery()
}

void runAll()
