import express from 'express'
import { listen } from '../stand-ins/listen'
import { startProgram } from './start-program'
import { until } from './until'

jest.setTimeout(60_000)

test('a Bot Framework activity is answered at its service address, on this machine only', async () => {
  const received: { path: string; body: Record<string, unknown> }[] = []
  const app = express()
  app.post(/.*/, express.json(), (request, response) => {
    received.push({ path: request.path, body: request.body })
    response.json({ id: `a${received.length}` })
  })
  const emulator = await listen(app, 0)
  const program = await startProgram({ EMULATOR: 'on' })
  const post = (serviceUrl: string) =>
    fetch(`${program.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        type: 'message',
        id: 'activity-1',
        text: 'chip có theo dõi mình không',
        serviceUrl,
        channelId: 'emulator',
        from: { id: 'user-1', role: 'user' },
        recipient: { id: 'bot-1', role: 'bot' },
        conversation: { id: 'e3b0c442-98fc|livechat' },
      }),
    })
  try {
    expect((await post('https://evil.example')).status).toBe(401)
    expect((await post('http://10.0.0.1:8080')).status).toBe(401)
    expect((await post(emulator.url.replace('127.0.0.1', 'localhost'))).status).toBe(200)
    await until('the reply', () => received.length > 0)
    expect(received[0]?.path).toBe('/v3/conversations/e3b0c442-98fc%7Clivechat/activities')
    expect(received[0]?.body.text).toContain('1579-CV')
  } finally {
    await program.stop()
    await emulator.close()
  }
})
