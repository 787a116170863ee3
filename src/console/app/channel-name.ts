const NAMES: Readonly<Record<string, string>> = {
  messenger: 'Messenger',
  zalo: 'Zalo OA',
  'zalo-bot': 'Zalo Bot',
  web: 'Trang web',
  emulator: 'Máy thử',
}

/** What staff call a channel. */
export function channelName(channel: string): string {
  return NAMES[channel] ?? channel
}
