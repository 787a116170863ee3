/** How often each property is tried: short by default, longer with `npm run fuzz`. */
export const RUNS = Number(process.env.FUZZ_RUNS ?? 100)
