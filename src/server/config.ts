import { z } from 'zod'

const text = z.string().trim().min(1)
const address = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''))
const secret = text.min(8)
/** Two secrets may be valid at once while one is being changed: the newer first. */
const secrets = text
  .transform((list) => list.split(',').map((one) => one.trim()))
  .pipe(z.tuple([secret], secret))

/** "OA Secret Key" of Zalo, likewise two while it is being reset. */
const oaSecrets = text
  .transform((list) => list.split(',').map((one) => one.trim()))
  .pipe(z.tuple([text], text))
/** Keys of 32 bytes, in base64 or hexadecimal digits: the newer first. */
const encryptionKeys = text.transform((list, context) => {
  const keys = list.split(',').map((one) => toKey(one.trim()))
  if (keys.every(({ length }) => length === 32)) return keys
  context.addIssue('each key must be 32 bytes')
  return z.NEVER
})

function toKey(written: string): Buffer {
  return Buffer.from(written, /^[0-9a-f]{64}$/i.test(written) ? 'hex' : 'base64')
}

/** A value that the environment does not give, or gives empty, is as if it were not there. */
const optional = <T extends z.ZodType>(schema: T) => schema.optional()

/** Every variable, its rule and its default. `.env.example` says the same in words. */
const environmentSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3978),
  PUBLIC_URL: optional(address),
  DATABASE_URL: z
    .string()
    .regex(/^(file:.+|postgres(ql)?:\/\/.+)$/)
    .default('file:data/loa.db'),
  KNOWLEDGE_DIR: text.default('knowledge'),
  FLOWS_DIR: text.default('flows'),
  CONVERSATIONS_DIR: text.default('tests/conversations'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  LOA_ENCRYPTION_KEY: optional(encryptionKeys),
  OTEL_EXPORTER_OTLP_ENDPOINT: optional(address),
  EMULATOR: z.enum(['on', 'off']).default('off'),
  MESSENGER_APP_SECRET: optional(secrets),
  MESSENGER_VERIFY_TOKEN: optional(text),
  MESSENGER_PAGE_TOKEN: optional(secret),
  MESSENGER_APP_ID: optional(z.string().regex(/^\d+$/)),
  MESSENGER_API_URL: address.default('https://graph.facebook.com'),
  ZALO_APP_ID: optional(z.string().regex(/^\d+$/)),
  ZALO_APP_SECRET: optional(text),
  ZALO_OA_SECRET: optional(oaSecrets),
  ZALO_REFRESH_TOKEN: optional(text),
  ZALO_OA_ID: optional(z.string().regex(/^\d+$/)),
  ZALO_CODE_VERIFIER: optional(z.string().regex(/^[A-Za-z0-9._~-]{43,128}$/)),
  ZALO_DOMAIN_VERIFICATION: optional(z.string().regex(/^[A-Za-z0-9_-]{1,200}$/)),
  ZALO_API_URL: address.default('https://openapi.zalo.me'),
  ZALO_OAUTH_URL: address.default('https://oauth.zaloapp.com'),
  ZALO_BOT_TOKEN: optional(secret),
  ZALO_BOT_SECRET: optional(text.min(8).max(256)),
  ZALO_BOT_API_URL: address.default('https://bot-api.zaloplatforms.com'),
})

/** What is wrong with each variable, and how it is mended. Values are never told: they may be secrets. */
const FIXES: Readonly<Record<keyof z.input<typeof environmentSchema>, string>> = {
  PORT: 'must be a port from 0 to 65535, for example 3978',
  PUBLIC_URL: 'must be the address that people open, for example https://loa.example.vn',
  DATABASE_URL: 'must be file:PATH (SQLite) or postgres://USER@HOST/DATABASE',
  KNOWLEDGE_DIR: 'must be the folder of the knowledge base, for example knowledge',
  FLOWS_DIR: 'must be the folder of the guided dialogs, for example flows',
  CONVERSATIONS_DIR:
    'must be the folder of conversations that edits are tried on, for example tests/conversations',
  LOG_LEVEL: 'must be one of fatal, error, warn, info, debug, trace, silent',
  LOA_ENCRYPTION_KEY:
    'must be 32 random bytes in base64, as `openssl rand -base64 32` gives them (two, separated by a comma, while it is changed)',
  OTEL_EXPORTER_OTLP_ENDPOINT:
    'must be the http(s) address of an OpenTelemetry collector, for example http://localhost:4318',
  EMULATOR: 'must be on or off',
  MESSENGER_APP_SECRET:
    'must be the app secret of the Meta app (8 characters or more; two, separated by a comma, while it is changed)',
  MESSENGER_VERIFY_TOKEN: 'must be the verify token typed in the Meta app dashboard',
  MESSENGER_PAGE_TOKEN: 'must be the access token of the page',
  MESSENGER_APP_ID: 'must be the number of the Meta app (or leave it out)',
  MESSENGER_API_URL: 'must be an http(s) address, by default https://graph.facebook.com',
  ZALO_APP_ID: 'must be the number of the Zalo app',
  ZALO_APP_SECRET: 'must be the secret key of the Zalo app',
  ZALO_OA_SECRET: 'must be the "OA Secret Key" of the app\'s webhook page',
  ZALO_REFRESH_TOKEN: 'must be the refresh token from the consent of the official account',
  ZALO_OA_ID: 'must be the number of the official account that ZALO_REFRESH_TOKEN is of',
  ZALO_CODE_VERIFIER: 'must be the code verifier saved in the Zalo app, 43 to 128 characters',
  ZALO_DOMAIN_VERIFICATION: 'must be the code alone, as it stands in zalo_verifier<CODE>.html',
  ZALO_API_URL: 'must be an http(s) address, by default https://openapi.zalo.me',
  ZALO_OAUTH_URL: 'must be an http(s) address, by default https://oauth.zaloapp.com',
  ZALO_BOT_TOKEN: 'must be the token that Zalo Bot Creator sent',
  ZALO_BOT_SECRET: 'must be the secret_token given to setWebhook, 8 to 256 characters',
  ZALO_BOT_API_URL: 'must be an http(s) address, by default https://bot-api.zaloplatforms.com',
}

/** Variables that only work together: a channel is on with all of them, off with none. */
const CHANNELS = {
  messenger: ['MESSENGER_APP_SECRET', 'MESSENGER_VERIFY_TOKEN', 'MESSENGER_PAGE_TOKEN'],
  zalo: ['ZALO_APP_ID', 'ZALO_APP_SECRET', 'ZALO_OA_SECRET'],
  'zalo-bot': ['ZALO_BOT_TOKEN', 'ZALO_BOT_SECRET'],
} as const

type Environment = z.output<typeof environmentSchema>
/** The channels that need variables. */
export type ConfigurableChannel = keyof typeof CHANNELS

/** The configuration of a process: read once, at the edge. */
export type Config = {
  environment: Environment
  /** Which channels are on, and for those that are off the variables that are missing. */
  channels: Record<ConfigurableChannel, { on: true } | { on: false; missing: string[] }>
}

/** The configuration cannot be used. The message lists every mistake by name with its fix and holds no value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(
      `the configuration has mistakes:\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
    )
    this.problems = problems
  }
}

/**
 * Checks the environment and gives it types and defaults. An empty variable counts as missing.
 * @throws {ConfigError} with all mistakes at once
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.keys(FIXES).flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])),
  )
  const parsed = environmentSchema.safeParse(given)
  const wrong = new Set(parsed.success ? [] : parsed.error.issues.map(({ path }) => path[0]))
  const problems = (Object.keys(FIXES) as (keyof typeof FIXES)[])
    .filter((name) => wrong.has(name))
    .map((name) => `${name} ${FIXES[name]}`)

  const channels = {} as Config['channels'] // every key is set just below
  for (const channel of Object.keys(CHANNELS) as ConfigurableChannel[]) {
    const names: readonly string[] = CHANNELS[channel]
    const missing = names.filter((name) => !given[name])
    channels[channel] = missing.length === 0 ? { on: true } : { on: false, missing }
    if (missing.length > 0 && missing.length < names.length) {
      const present = names.filter((name) => given[name])
      problems.push(
        `${missing.join(', ')} missing: ${channel} needs them beside ${present.join(', ')}, or leave all out`,
      )
    }
  }
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems)
  return { environment: parsed.data, channels }
}
