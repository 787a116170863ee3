type Waiting = { resolve(): void }

let waiting: Waiting[] = []
const listeners = new Set<() => void>()

/** Whether calls wait for somebody to sign in again; for `useSyncExternalStore`. */
export const signInGate = {
  isClosed: () => waiting.length > 0,
  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  /** Lets all go on that wait. */
  open() {
    const all = waiting
    waiting = []
    for (const { resolve } of all) resolve()
    for (const listener of listeners) listener()
  },
}

/** Resolves once somebody has signed in again; the screen stays as it is meanwhile. */
export function waitForSignIn(): Promise<void> {
  return new Promise((resolve) => {
    waiting = [...waiting, { resolve }]
    for (const listener of listeners) listener()
  })
}
