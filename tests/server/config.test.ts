import { readFileSync } from 'node:fs'
import { ConfigError, readConfig } from '../../src/server/config'

const problemsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}

test('nothing set is a working configuration, with every channel off and why', () => {
  const { environment, channels } = readConfig({})
  expect(environment).toMatchObject({ PORT: 3978, DATABASE_URL: 'file:data/loa.db' })
  expect(channels.messenger).toEqual({
    on: false,
    missing: ['MESSENGER_APP_SECRET', 'MESSENGER_VERIFY_TOKEN', 'MESSENGER_PAGE_TOKEN'],
  })
  expect(channels.zalo.on).toBe(false)
})

test('an empty variable counts as missing', () => {
  expect(readConfig({ PORT: '', PUBLIC_URL: '' }).environment.PORT).toBe(3978)
})

test('every mistake is told at once, by name, with the fix', () => {
  const problems = problemsOf({
    PORT: '99999',
    DATABASE_URL: 'mysql://localhost',
    LOG_LEVEL: 'loud',
    PUBLIC_URL: 'loa.vn',
  })
  expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
    'PORT',
    'PUBLIC_URL',
    'DATABASE_URL',
    'LOG_LEVEL',
  ])
  expect(problems.join()).toContain('for example 3978')
})

test('a channel with half of its variables is a mistake that names the rest', () => {
  expect(problemsOf({ MESSENGER_APP_SECRET: 'long-enough-secret' })).toEqual([
    'MESSENGER_VERIFY_TOKEN, MESSENGER_PAGE_TOKEN missing: messenger needs them beside MESSENGER_APP_SECRET, or leave all out',
  ])
})

test('no message holds a value: it may be a secret', () => {
  const problems = problemsOf({
    MESSENGER_APP_SECRET: 's3cret',
    PORT: 'hunter2',
    ZALO_BOT_SECRET: 'pw',
  })
  expect(problems).toHaveLength(5)
  expect(problems.join()).not.toMatch(/s3cret|hunter2|pw/)
})

test('two app secrets are read while one is being changed', () => {
  const { environment } = readConfig({
    MESSENGER_APP_SECRET: 'newer-secret, older-secret',
    MESSENGER_VERIFY_TOKEN: 'v',
    MESSENGER_PAGE_TOKEN: 'page-token',
  })
  expect(environment.MESSENGER_APP_SECRET).toEqual(['newer-secret', 'older-secret'])
})

test('an encryption key is 32 bytes, in base64 or hexadecimal, and two may be given', () => {
  const [base64, hex] = [Buffer.alloc(32, 7).toString('base64'), '0b'.repeat(32)]
  const { environment } = readConfig({ LOA_ENCRYPTION_KEY: `${base64}, ${hex}` })
  expect(environment.LOA_ENCRYPTION_KEY).toEqual([Buffer.alloc(32, 7), Buffer.alloc(32, 11)])
  for (const wrong of ['hunter2hunter2', `${base64},short`, 'x'.repeat(20)]) {
    expect(problemsOf({ LOA_ENCRYPTION_KEY: wrong }).join()).toMatch(/^LOA_ENCRYPTION_KEY must be/)
  }
})

test('Zalo needs no refresh token: accounts can be connected by consent', () => {
  const { environment, channels } = readConfig({
    ZALO_APP_ID: '1000000000000000001',
    ZALO_APP_SECRET: 's',
    ZALO_OA_SECRET: 'newer,older',
  })
  expect(channels.zalo).toEqual({ on: true })
  expect(environment.ZALO_OA_SECRET).toEqual(['newer', 'older'])
})

test('.env.example names every variable with a comment, and is itself a working configuration', () => {
  const lines = readFileSync('.env.example', 'utf8').split('\n')
  const named = lines.flatMap((line, index) => {
    const [, name, value] = /^([A-Z_]+)=(.*)$/.exec(line) ?? []
    return name ? [{ name, value: value ?? '', comment: lines[index - 1] ?? '' }] : []
  })
  for (const { comment } of named) expect(comment).toMatch(/^# /)
  const example = Object.fromEntries(named.map(({ name, value }) => [name, value]))
  const { environment } = readConfig(example)
  for (const name of Object.keys(environment)) expect(Object.keys(example)).toContain(name)
})
