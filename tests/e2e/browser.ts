import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium } from 'playwright-core'

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
/** Why there is no browser, or null. */
export const browserProblem = existsSync(CHROMIUM)
  ? null
  : `no Chromium at ${CHROMIUM}: install it, or set CHROMIUM_PATH`

const OPTIONS = { executablePath: CHROMIUM, args: FLAGS, timeout: 60_000 }

/** Starts the browser of this machine. Its contexts are private windows: they block third-party cookies. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch(OPTIONS)
}

/**
 * Starts it in a new folder as it is for most people: sites in frames may store things and keep cookies.
 * @param options.fontSize as a person has set it in the browser, in pixels
 */
export function startLastingBrowser(
  folder: string,
  { fontSize = 16 }: { fontSize?: number } = {},
): Promise<BrowserContext> {
  mkdirSync(join(folder, 'Default'))
  const profile = { cookie_controls_mode: 0, block_third_party_cookies: false }
  writeFileSync(
    join(folder, 'Default/Preferences'),
    JSON.stringify({ profile, webkit: { webprefs: { default_font_size: fontSize } } }),
  )
  return chromium.launchPersistentContext(folder, { ...OPTIONS, locale: 'vi-VN' })
}

/** Tests that need a browser: skipped, with the reason in the name, where there is none. */
export function describeInBrowser(name: string, suite: () => void): void {
  if (browserProblem === null) describe(name, suite)
  else describe.skip(`${name} (skipped: ${browserProblem})`, suite)
}
