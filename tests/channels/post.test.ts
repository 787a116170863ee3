import express from 'express'
import { post } from '../../src/channels/post'
import { createFaultLine, type FaultLine } from '../stand-ins/fault-line'
import { type Listening, listen } from '../stand-ins/listen'

let faults: FaultLine
let server: Listening
beforeEach(async () => {
  // A new one: a call that was given up early may have left its fault.
  faults = createFaultLine()
  server = await listen(express().use(faults.handler), 0)
})
afterEach(() => server.close())

test('an answer that does not come in time is a time-out, to be tried again', async () => {
  faults.failNext({ delayMs: 500, status: 200 })
  await expect(post(server.url, { headers: {}, body: {}, timeoutMs: 20 })).rejects.toMatchObject({
    code: 'timeout',
    policy: 'retry',
  })
})

test('a redirect is not followed: the token would go with it', async () => {
  faults.failNext({ status: 307, headers: { location: '/elsewhere' } })
  await expect(post(server.url, { headers: {}, body: {} })).rejects.toMatchObject({
    code: 'network_error',
    policy: 'retry',
  })
})

test('a server that is not there is a network error', async () => {
  await server.close()
  await expect(post(server.url, { headers: {}, body: {} })).rejects.toMatchObject({
    code: 'network_error',
    policy: 'retry',
  })
})
