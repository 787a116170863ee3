import type { NumberKey } from '../../../numbers/read-numbers'
import { channelName } from '../../channel-name'

/** A row's name: `24/11`, `Messenger`, an entry's question, a link. */
export function toKeyName(
  key: string,
  by: NumberKey,
  names: Readonly<Record<string, string>>,
): string {
  if (by === 'day') return key.split('-').slice(1).reverse().join('/')
  if (by === 'channel') return channelName(key)
  if (key === '') return by === 'topic' ? '(không thuộc mục nào)' : '(không qua đường dẫn)'
  return names[key] ?? key
}
