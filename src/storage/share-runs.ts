/**
 * Lets many callers share the runs of something. A caller never joins a run that had begun before it asked, since that
 * one may not cover what the caller just did: it waits for the next, with everybody else who asked meanwhile.
 */
export function shareRuns(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  let next: Promise<void> | undefined

  function begin(): Promise<void> {
    const begun = run().finally(() => {
      if (running === begun) running = undefined
    })
    running = begun
    return begun
  }

  return () => {
    if (next) return next
    if (!running) return begin()
    next = running
      .catch(() => {})
      .then(() => {
        next = undefined
        return begin()
      })
    return next
  }
}
