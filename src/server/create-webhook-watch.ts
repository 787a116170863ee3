/** Knows when each platform has last called. */
export type WebhookWatch = {
  /** A call of the platform was taken: signed, and answered with 200. */
  heard(channel: string): void
  /** For how long each platform has not called this process, in milliseconds; at first since its start. */
  silences(): ReadonlyMap<string, number>
}

/**
 * Watches the webhooks of these channels. It goes by what this process has heard: where several share the calls, the
 * platform is as silent as the least silent of them says.
 * @param now epoch milliseconds
 */
export function createWebhookWatch(channels: readonly string[], now: () => number): WebhookWatch {
  const begun = now()
  const last = new Map(channels.map((channel) => [channel, begun]))
  return {
    heard: (channel) => void last.set(channel, now()),
    silences: () => new Map([...last].map(([channel, at]) => [channel, now() - at])),
  }
}
