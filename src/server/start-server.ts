import type { AddressInfo } from 'node:net'
import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import { GuardMiddleware } from '../bot/guard-middleware'
import type { ChannelAdapter } from '../channels/channel-adapter'
import { createWebRoutes } from '../channels/web/create-web-routes'
import { createPersonPasses } from '../channels/web/person-passes'
import type { TranscriptItem } from '../channels/web/transcript-item'
import { toBotItem, toPersonItem } from '../channels/web/transcript-item'
import { WebAdapter } from '../channels/web/web-adapter'
import { WebHub } from '../channels/web/web-hub'
import type { ConsoleRoute } from '../console/list-routes'
import type { WebhookBatch } from '../delivery/accept-events'
import { createAcceptor } from '../delivery/create-acceptor'
import { createSendWorker } from '../delivery/create-send-worker'
import { createTurnWorker } from '../delivery/create-turn-worker'
import type { StoredMessage } from '../delivery/outbound-message'
import type { Outcome } from '../delivery/outcome'
import { RightOfWay } from '../delivery/right-of-way'
import { keepTallies } from '../insights/keep-tallies'
import { warmUp } from '../matching/warm-up'
import type { RehearsalRunner } from '../rehearsal/rehearsal-runner'
import { createKitRoutes } from '../share/kit/create-kit-routes'
import { bulletinTable } from '../storage/bulletin-table'
import { conversationTable } from '../storage/conversation-table'
import { createSeal } from '../storage/create-seal'
import { openNotices } from '../storage/notices'
import { openDatabase } from '../storage/open-database'
import { readSecret } from '../storage/read-secret'
import { revisionTable } from '../storage/revision-table'
import type { Schema } from '../storage/schema'
import { tokenTable } from '../storage/token-table'
import type { Config } from './config'
import type { ContentLoader } from './content-loader'
import { createApp } from './create-app'
import { createChannels } from './create-channels'
import { createStages } from './create-stages'
import { createTurnHandler } from './create-turn-handler'
import { createVerificationRoutes, renderZaloVerification } from './create-verification-routes'
import { createWebhookRoutes } from './create-webhook-routes'
import { keepBulletins } from './keep-bulletins'
import { keepClean } from './keep-clean'
import { keepContent } from './keep-content'
import { listen } from './listen'
import { openConsole } from './open-console'
import { openShare } from './open-share'
import { openTracing } from './open-tracing'
import { openWatching } from './open-watching'
import { openZalo, type Zalo } from './open-zalo'
import { toWebPage } from './to-web-page'

const HOUR_MS = 3_600_000

/** Messages of a conversation that the web page shows after a reload. */
const TRANSCRIPT_LENGTH = 200

/** A running Loa. */
export type RunningServer = {
  port: number
  /** What the start-up tells: addresses to open, channels that are off and why. */
  lines: string[]
  /** Every call of the console and who may make it. */
  consoleRoutes: readonly ConsoleRoute[]
  /** Stops taking messages, finishes what is in flight, closes the database. May be called twice. */
  stop(): Promise<void>
}

/**
 * Starts everything in order: database, content, workers, then the port; so the first message that comes in can be
 * handled.
 * @throws {Error} when the database cannot be used, there is no sound content, or the port is taken; says what to do
 */
export async function startServer(
  config: Config,
  {
    loader,
    runner,
    logger,
    now = Date.now,
  }: {
    loader: ContentLoader
    runner: RehearsalRunner
    logger: Logger
    /** Epoch milliseconds. */
    now?: () => number
  },
): Promise<RunningServer> {
  const { environment } = config
  const database = await openDatabase(environment.DATABASE_URL)
  const notices = openNotices(database, environment.DATABASE_URL)
  const content = await keepContent({
    folders: { knowledge: environment.KNOWLEDGE_DIR, flows: environment.FLOWS_DIR },
    revisions: revisionTable(database),
    notices,
    dialect: database.dialect,
    loader,
    logger,
    now,
  }).catch(async (error: unknown) => {
    await notices.close()
    await database.close()
    throw error
  })
  const { current } = content
  const { matcher, knowledge } = current()
  warmUp(
    matcher,
    [...knowledge.topics.values()].flatMap(({ examples }) => examples),
  )
  const bulletins = await keepBulletins({
    table: bulletinTable(database.kysely, database.dialect),
    notices,
    dialect: database.dialect,
    logger,
    now,
  })
  const staffHoldMs = () => current().knowledge.settings.staff.keeps_conversation_hours * HOUR_MS
  const seal = createSeal(environment.LOA_ENCRYPTION_KEY ?? [])
  const zalo = openZalo(config, {
    store: tokenTable(database, 'zalo', { now, seal }),
    texts: () => current().knowledge.messages.zalo_consent,
    logger,
    now,
  })
  let port = environment.PORT
  /** The address that people open, without a slash at the end. */
  const site = () => environment.PUBLIC_URL ?? `http://localhost:${port}`
  const secureCookie = environment.PUBLIC_URL?.startsWith('https:') ?? false

  const hub = new WebHub((conversation) => notices.announce('web', conversation))
  notices.listen('web', (conversation) => hub.wake(conversation))
  const passes = createPersonPasses(await readSecret(database.kysely, 'web-passes', now()))
  const web = new WebAdapter({ hub, passes, publicUrl: environment.PUBLIC_URL, now })
  const channels = createChannels(config, { zalo, now })
  const adapters = new Map<string, ChannelAdapter>([['web', web]])
  for (const { name, adapter } of channels) if (adapter) adapters.set(name, adapter)
  const guard = new GuardMiddleware(() => current().knowledge.settings.allowed_domains)
  for (const adapter of adapters.values()) adapter.use(guard)

  let stopping = false
  const {
    metrics,
    webhooks,
    router: watching,
  } = openWatching({
    database,
    zalo,
    channels: [...adapters.keys()],
    webhookChannels: channels.flatMap(({ name, adapter }) => (adapter ? [name] : [])),
    content: content.status,
    hasKnowledge: () => current().knowledge.topics.size > 0,
    workers: () => ({ turn: turns, send: sending }),
    isStopping: () => stopping,
    now,
  })
  const tracing = await openTracing(environment.OTEL_EXPORTER_OTLP_ENDPOINT, { database, now })
  const stages = createStages(metrics.stages, tracing)

  const onOutcome = ({ stage, channel, outcome, code, error }: Outcome) => {
    metrics.deliveries.inc({ stage, channel: channel ?? 'none', outcome, code: code ?? 'none' })
    if (error) logger.warn({ stage, channel, outcome, code, err: error }, 'delivery had a failure')
  }
  const senders = new Map(
    [...adapters].map(
      ([name, adapter]) =>
        [
          name,
          (message: StoredMessage) => stages.send(message, () => adapter.send(message)),
        ] as const,
    ),
  )
  const sending = createSendWorker({
    database,
    senders,
    replyWindows: new Map(
      [...adapters].flatMap(([name, { replyWindowMs }]) =>
        replyWindowMs === undefined ? [] : [[name, replyWindowMs] as const],
      ),
    ),
    staffHoldMs,
    rates: new Map(
      [...adapters].flatMap(([name, { sendRate }]) =>
        sendRate ? [[name, sendRate] as const] : [],
      ),
    ),
    onAlert: ({ channel, code }) =>
      logger.error({ channel, code }, 'the channel cannot send until someone mends it'),
    onOutcome,
    now,
    random: Math.random,
  })
  const onReplies = () => {
    sending.wake()
    notices.announce('outbox')
  }
  const rightOfWay = new RightOfWay()
  const { handle, apologise } = createTurnHandler({
    adapters,
    content: current,
    bulletins: bulletins.current,
    site,
    staffHoldMs,
    now,
    onTurn: (channel, kind) => metrics.turns.inc({ channel, kind }),
  })
  const turns = createTurnWorker({
    database,
    rightOfWay,
    handle: (event, stores) => stages.turn(event, () => handle(event, stores)),
    apologise,
    onReplies,
    onOutcome,
    now,
    random: Math.random,
  })

  const verification = environment.ZALO_DOMAIN_VERIFICATION
  notices.listen('outbox', () => sending.wake())
  notices.listen('inbox', () => turns.wake())
  const store = createAcceptor({
    database,
    rightOfWay,
    onStored() {
      turns.wake()
      notices.announce('inbox')
    },
    now,
  })
  const accept = (batch: WebhookBatch) => stages.webhook(batch.events, () => store(batch))
  const webRoutes = createWebRoutes({
    adapter: web,
    hub,
    passes,
    accept,
    transcript: (conversation, afterId) => readTranscript(database.kysely, conversation, afterId),
    page: () =>
      toWebPage(current().knowledge, verification ? renderZaloVerification(verification) : ''),
    secureCookie,
  })
  const share = openShare({
    database,
    content: current,
    bulletins: bulletins.current,
    publicUrl: environment.PUBLIC_URL,
    logger,
    now,
  })
  const kit = createKitRoutes({
    content: current,
    bulletins: bulletins.current,
    site: () => ({ base: site(), isPublic: environment.PUBLIC_URL !== undefined }),
    onError: (error) => logger.warn({ err: error }, 'a whole set could not be made'),
    now,
  })
  const staffConsole = await openConsole({
    database,
    answers: { content, runner, conversations: environment.CONVERSATIONS_DIR, logger },
    bulletins,
    seal,
    publicUrl: environment.PUBLIC_URL,
    secureCookie,
    channels: adapters,
    onReplies,
    now,
  })
  const app = createApp(
    {
      platforms: [
        createWebhookRoutes({
          channels,
          accept,
          onHeard: webhooks.heard,
          onWebhook: (channel, outcome) => metrics.webhooks.inc({ channel, outcome }),
          onAlert: (channel, code) =>
            logger.error({ channel, code }, 'the platform tells of something to be looked at'),
        }),
      ],
      browsers: [
        watching,
        ...(zalo ? [zalo.router] : []),
        ...(verification ? [createVerificationRoutes(verification)] : []),
        staffConsole.router,
        share.router,
        kit.router,
        webRoutes.router,
        share.missing,
      ],
    },
    logger,
  )

  const tallies = keepTallies(database, {
    now,
    onError: (error) => logger.warn({ err: error }, 'counts of the day wait: tried again soon'),
  })
  void tallies.keep()
  const cleaner = keepClean(database, {
    keepsDays: () => current().knowledge.settings.keeps_days,
    now,
    onError: (error) => logger.warn({ err: error }, 'what is too old stays: tried again soon'),
  })
  turns.start()
  sending.start()
  staffConsole.publications.start()
  zalo?.start()
  const server = await listen(app, environment.PORT).catch(async (error: unknown) => {
    zalo?.stop()
    await Promise.all([turns.stop(), sending.stop(), staffConsole.publications.stop()])
    await Promise.all([
      content.stop(),
      bulletins.stop(),
      runner.close(),
      tallies.stop(),
      share.stop(),
      kit.stop(),
      cleaner.stop(),
    ])
    await notices.close()
    await database.close()
    throw error
  })
  port = (server.address() as AddressInfo).port // a TCP server that listens
  const base = site()

  return {
    port,
    consoleRoutes: staffConsole.routes,
    lines: [
      `web chat   ${base}/`,
      `console    ${base}/console`,
      ...(staffConsole.firstLink
        ? [`           to make its first admin, once: ${base}${staffConsole.firstLink}`]
        : []),
      ...channels.map((channel) =>
        channel.adapter
          ? `${channel.name.padEnd(10)} ${base}${channel.path}`
          : `${channel.name.padEnd(10)} off: ${channel.hint}`,
      ),
      ...(zalo ? await toZaloAdvice(zalo, environment.LOA_ENCRYPTION_KEY !== undefined) : []),
    ],
    async stop() {
      if (stopping) return
      stopping = true
      webRoutes.close()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
      })
      zalo?.stop()
      await turns.stop()
      await sending.stop()
      await staffConsole.publications.stop()
      await runner.close()
      await content.stop()
      await bulletins.stop()
      await tallies.stop()
      await cleaner.stop()
      await share.stop()
      await tracing?.stop()
      await kit.stop()
      await notices.close()
      await database.close()
    },
  }
}

/** What an operator of the Zalo channel should do. */
async function toZaloAdvice({ tokens }: Zalo, isSealed: boolean): Promise<string[]> {
  return [
    ...((await tokens.hasAccount())
      ? []
      : ['zalo       has no account yet: npm run channels -- connect zalo']),
    ...(isSealed
      ? []
      : ["warning    Zalo's tokens lie unencrypted in the database: set LOA_ENCRYPTION_KEY"]),
  ]
}

async function readTranscript(
  kysely: Kysely<Schema>,
  conversation: string,
  afterId: number,
): Promise<TranscriptItem[]> {
  const table = conversationTable(kysely)
  const rows =
    afterId === 0
      ? await table.read(conversation, TRANSCRIPT_LENGTH)
      : await table.readReplies(conversation, afterId)
  return rows.flatMap((row) => (row.from === 'bot' ? toBotItem(row) : (toPersonItem(row) ?? [])))
}
