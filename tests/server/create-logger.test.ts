import { createLogger } from '../../src/server/create-logger'

function log(error: unknown): string {
  let written = ''
  createLogger('trace', { write: (line: string) => (written += line) }).warn(
    { err: error },
    'failed',
  )
  return written
}

test.each([
  ['what a driver quotes', 'invalid input: "nhà tôi ở ngõ 5"', 'ngõ 5'],
  ['what a parser quotes', `Unexpected token 'n', "nhà tôi ở"... is not valid JSON`, 'nhà tôi'],
  ['a quote that does not end', 'near "nhà tôi ở ngõ 5', 'ngõ 5'],
  ['a number', 'no person 001099012345 here', '001099012345'],
  ['what stands on later lines', 'failed\nrow: nhà tôi', 'nhà tôi'],
])('%s does not come to the log', (_name, message, gone) => {
  expect(log(new Error(message))).not.toContain(gone)
})

test('nor what a driver attaches, or an error behind the error says', () => {
  const cause = Object.assign(new Error('Key (event_id)=(nhà tôi) exists'), {
    detail: 'Key (event_id)=(nhà tôi)',
    parameters: ['nhà tôi'],
  })
  const written = log(new Error('not stored', { cause: new Error('of "nhà tôi"', { cause }) }))
  expect(JSON.parse(written).err.cause.message).toBe('of "…"')
  expect(written).not.toContain('parameters')
  expect(written).not.toContain('detail')
})

test('what helps to mend it does', () => {
  const error = Object.assign(new Error('relation "inbox" does not exist'), { code: '42P01' })
  const { err } = JSON.parse(log(error))
  expect(err).toMatchObject({
    type: 'Error',
    message: 'relation "inbox" does not exist',
    code: '42P01',
  })
  expect(err.stack[0]).toContain('create-logger.test')
})
