import type { Config } from '../../server/config'
import { type Answered, ask, type Finding } from './finding'

const about = 'PUBLIC_URL'

/** Looks whether people and platforms reach this Loa at the address that it tells them. */
export async function checkSite({ environment, channels }: Config): Promise<Finding[]> {
  const { PUBLIC_URL: url, ZALO_DOMAIN_VERIFICATION: mark } = environment
  const isCalled = Object.values(channels).some(({ on }) => on)
  if (!url) {
    const advice = 'set it to the address that people open, with https'
    const text = 'not set: links lead to this machine, and platforms cannot call'
    return [{ level: isCalled ? 'mend' : 'look', about, text, advice }]
  }
  const findings: Finding[] = []
  if (!url.startsWith('https:')) {
    const advice = 'put a proxy that ends https before Loa: ops/Caddyfile does'
    const text = 'is without https: platforms call no such address, and cookies are open'
    findings.push({ level: isCalled ? 'mend' : 'look', about, text, advice })
  }
  const answer = await ask(`${url}/healthz`)
  const isUp = typeof answer !== 'string' && (answer.body as { status?: string })?.status === 'up'
  if (!isUp) {
    const text = `${url}/healthz: ${typeof answer === 'string' ? answer : describeStranger(answer)}`
    const advice = 'start Loa, then look at the name (DNS), the certificate and the proxy'
    return [...findings, { level: 'mend', about, text, advice }]
  }
  if (findings.length === 0) findings.push({ level: 'well', about, text: `${url} leads here` })
  const metrics = await ask(`${url}/metrics`)
  if (typeof metrics !== 'string' && metrics.status === 200) {
    const advice = 'keep /metrics and /readyz from outside, as ops/Caddyfile does'
    findings.push({ level: 'look', about, text: '/metrics is open to everybody', advice })
  }
  if (mark) findings.push(checkMark(await ask(`${url}/zalo_verifier${mark}.html`), mark))
  return findings
}

function describeStranger({ status }: Answered): string {
  return `something other than Loa answers (${status})`
}

function checkMark(answer: Answered | string, mark: string): Finding {
  const subject = 'domain'
  if (typeof answer !== 'string' && answer.status === 200 && answer.text.includes(mark)) {
    return { level: 'well', about: subject, text: 'Zalo finds its mark' }
  }
  const advice = 'restart Loa with ZALO_DOMAIN_VERIFICATION set, and let the proxy pass the file on'
  return { level: 'mend', about: subject, text: 'Zalo does not find its mark', advice }
}
