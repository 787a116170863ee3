import type { Finding } from './finding'

/** Leases are 15 s: processes whose clocks differ by more send what another is sending. */
const WRONG_MS = 10_000
/** The header tells whole seconds, and the answer is on its way for a while. */
const DOUBTFUL_MS = 3_000

/** Judges this machine's clock. @param ahead by how much the other's is ahead, in milliseconds */
export function checkClock(whose: string, ahead: number): Finding {
  const seconds = (Math.abs(ahead) / 1_000).toFixed(1)
  const about = 'clock'
  const text = `${seconds} s ${ahead > 0 ? 'behind' : 'ahead of'} ${whose}`
  if (Math.abs(ahead) < DOUBTFUL_MS) return { level: 'well', about, text: `agrees with ${whose}` }
  const advice = 'let both keep the time by NTP (timedatectl set-ntp true)'
  return { level: Math.abs(ahead) > WRONG_MS ? 'mend' : 'look', about, text, advice }
}
