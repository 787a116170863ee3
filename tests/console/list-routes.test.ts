import express from 'express'
import { listRoutes } from '../../src/console/list-routes'
import { requireRole } from '../../src/console/people/require-role'

const answer: express.RequestHandler = (_request, response) => void response.end()

test('a role for a whole part, and one for a route of its own', () => {
  const router = express.Router()
  router.get('/open', requireRole('viewer'), answer)
  router.use(requireRole('editor'))
  router.get('/', answer)
  router.put('/:id', requireRole('admin'), answer)
  expect(listRoutes([{ name: 'part', router }])).toEqual([
    { method: 'GET', path: '/console/api/part/open', least: 'viewer' },
    { method: 'GET', path: '/console/api/part', least: 'editor' },
    { method: 'PUT', path: '/console/api/part/:id', least: 'admin' },
  ])
})

test('a route that does not say who may call it does not start', () => {
  const router = express.Router()
  router.get('/', answer)
  expect(() => listRoutes([{ name: 'part', router }])).toThrow(
    'console: /console/api/part does not say who may call it',
  )
})

test('routes in a router of their own would not be seen, so they are refused', () => {
  const router = express.Router().use(express.Router().get('/', answer))
  expect(() => listRoutes([{ name: 'part', router }])).toThrow('holds a router of its own')
})
