import { compareMatchers } from './matching/compare-matchers'

/** `npm run bench`: every measurement, each with its table. */
compareMatchers()
