import { createHmac } from 'node:crypto'
import type { Config } from '../../server/config'
import { readZaloBotSettings, toMessengerSettings } from '../../server/create-channels'
import { readZaloSettings } from '../../server/open-zalo'
import { createSeal } from '../../storage/create-seal'
import type { Database } from '../../storage/open-database'
import { type TokenPair, tokenTable } from '../../storage/token-table'
import { checkClock } from './check-clock'
import { type Answered, ask, type Finding } from './finding'

type Asked = { findings: Finding[]; answers: (Answered | string)[] }

/**
 * Asks each platform whether it takes our tokens, by a call that changes nothing and counts for nothing; and compares
 * the clock with theirs. No token is renewed: a refresh token works once and belongs to the running program.
 */
export async function checkChannels(config: Config, database: Database | null): Promise<Finding[]> {
  const asked = [
    ...(config.channels.messenger.on ? [await checkMessenger(config)] : []),
    ...(config.channels.zalo.on ? [await checkZalo(config, database)] : []),
    ...(config.channels['zalo-bot'].on ? [await checkZaloBot(config)] : []),
  ]
  if (asked.length === 0) {
    return [{ level: 'well', about: 'channels', text: 'only the web chat is on' }]
  }
  const dates = asked.flatMap(({ answers }) =>
    answers.flatMap((answer) => (typeof answer === 'string' ? [] : (answer.date ?? []))),
  )
  const clock = dates[0] === undefined ? [] : [checkClock('the platform', dates[0] - Date.now())]
  return [...asked.flatMap(({ findings }) => findings), ...clock]
}

async function checkMessenger(config: Config): Promise<Asked> {
  const { apiUrl, pageToken, appSecrets } = toMessengerSettings(config.environment)
  const proof = createHmac('sha256', appSecrets[0]).update(pageToken).digest('hex')
  const path = `me/messenger_profile?fields=greeting&appsecret_proof=${proof}`
  const answer = await ask(`${apiUrl}/v25.0/${path}`, {
    headers: { authorization: `Bearer ${pageToken}` },
  })
  const error = typeof answer === 'string' ? {} : (readField(answer, 'error') as MetaError)
  const isSecret = error?.message?.includes('appsecret_proof') === true
  const advice = isSecret
    ? 'set MESSENGER_APP_SECRET to the app secret of the Meta app (App settings > Basic)'
    : 'generate a page token with pages_messaging in the Meta app and set MESSENGER_PAGE_TOKEN'
  const finding = toFinding('messenger', answer, {
    refusal: error
      ? `Meta refuses ${isSecret ? 'the app secret' : 'the token'} (code ${error.code})`
      : null,
    advice,
  })
  return { findings: [finding], answers: [answer] }
}

type MetaError = { code?: number; message?: string } | undefined

async function checkZalo(config: Config, database: Database | null): Promise<Asked> {
  const settings = readZaloSettings(config)
  const findings: Finding[] = []
  if (!config.environment.LOA_ENCRYPTION_KEY) {
    const text = 'tokens lie unencrypted in the database'
    const advice = 'set LOA_ENCRYPTION_KEY: openssl rand -base64 32'
    findings.push({ level: 'look', about: 'zalo', text, advice })
  }
  const seal = createSeal(config.environment.LOA_ENCRYPTION_KEY ?? [])
  const store = database && tokenTable(database, 'zalo', { now: Date.now, seal })
  const accounts = (await store?.accounts()) ?? []
  if (accounts.length === 0) {
    const isFirst = settings?.refreshToken !== undefined
    findings.push(
      isFirst
        ? { level: 'well', about: 'zalo', text: 'ZALO_REFRESH_TOKEN is used at the first message' }
        : {
            level: 'mend',
            about: 'zalo',
            text: 'no account is connected',
            advice: 'npm run channels -- connect zalo',
          },
    )
  }
  const answers: (Answered | string)[] = []
  for (const account of accounts) {
    const pair = await store?.read(account).catch(() => null)
    const answer = pair ? await askZalo(settings?.apiUrl ?? '', pair) : null
    if (answer !== null) answers.push(answer)
    findings.push(judgeZalo(account, pair ?? null, answer))
  }
  return { findings, answers }
}

function askZalo(apiUrl: string, { accessToken }: TokenPair) {
  return ask(`${apiUrl}/v2.0/oa/getoa`, { headers: { access_token: accessToken } })
}

function judgeZalo(
  account: string,
  pair: TokenPair | null,
  answer: Answered | string | null,
): Finding {
  const about = `zalo ${account}`
  if (!pair || answer === null) {
    const advice = 'set LOA_ENCRYPTION_KEY to the key that it was stored with, beside a newer one'
    return { level: 'mend', about, text: 'its token cannot be read', advice }
  }
  const code = typeof answer === 'string' ? 0 : readField(answer, 'error')
  const isDue = pair.expiresAt < Date.now()
  return toFinding(about, answer, {
    refusal: code !== 0 ? `Zalo refuses the token (code ${code})` : null,
    advice: isDue
      ? 'start Loa, which renews it; if that fails: npm run channels -- connect zalo'
      : 'npm run channels -- connect zalo',
  })
}

async function checkZaloBot(config: Config): Promise<Asked> {
  const settings = readZaloBotSettings(config)
  const answer = await ask(`${settings?.apiUrl}/bot${settings?.token}/getMe`, { method: 'POST' })
  const isRefused = typeof answer !== 'string' && readField(answer, 'ok') !== true
  const finding = toFinding('zalo-bot', answer, {
    refusal: isRefused ? 'the platform refuses the token' : null,
    advice: 'set ZALO_BOT_TOKEN to the token that Zalo Bot Creator sent',
  })
  return { findings: [finding], answers: [answer] }
}

function toFinding(
  about: string,
  answer: Answered | string,
  { refusal, advice }: { refusal: string | null; advice: string },
): Finding {
  if (typeof answer === 'string') {
    const text = `the platform was not reached: ${answer}`
    return {
      level: 'mend',
      about,
      text,
      advice: 'let this machine reach it (firewall, proxy, DNS)',
    }
  }
  if (answer.status >= 500) {
    const text = `the platform is not well (${answer.status})`
    return { level: 'look', about, text, advice: 'look again in a while' }
  }
  if (refusal !== null || answer.status >= 300) {
    const text = refusal ?? `the platform answers ${answer.status}`
    return { level: 'mend', about, text, advice }
  }
  return { level: 'well', about, text: 'the platform takes the token' }
}

function readField({ body }: Answered, name: string): unknown {
  return typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined
}
