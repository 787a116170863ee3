/** Seeds of the orders one after the other: from each order the next is shuffled. */
const seeds = [1, 1, 1, 1, 2, 3]

/** Six orders of so many places in which to go through them: the same on every machine. */
export class SweepOrders {
  #orders: readonly Int32Array[] = []

  /** The orders of a length; those of the last one asked for are kept, since it mostly stays. */
  of(length: number): readonly Int32Array[] {
    if (this.#orders[0]?.length === length) return this.#orders
    const order = Int32Array.from({ length }, (_, place) => place)
    this.#orders = seeds.map((seed) => {
      shuffle(order, seed)
      return order.slice()
    })
    return this.#orders
  }
}

/** Fisher–Yates in place with a fixed linear congruential generator. */
function shuffle(order: Int32Array, seed: number): void {
  let state = seed
  for (let i = order.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const j = state % (i + 1)
    const kept = order[i] as number
    order[i] = order[j] as number
    order[j] = kept
  }
}
