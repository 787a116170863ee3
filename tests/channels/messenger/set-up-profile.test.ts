import { type MessengerProfile, toProfileRequests } from '../../../src/channels/messenger/profile'
import { setUpProfile } from '../../../src/channels/messenger/set-up-profile'
import { loadKnowledge } from '../../../src/knowledge/load-knowledge'
import { readSourceFiles } from '../../../src/knowledge/source-file'
import { toMessengerProfile } from '../../../src/server/to-messenger-profile'
import { SETTINGS, startMessenger } from './messenger-fixture'

const PROFILE: MessengerProfile = {
  greeting: 'Chào {{user_first_name}}!',
  menu: [
    { title: 'Xem các mục', payload: 'command:menu' },
    { title: 'VNeID', url: 'https://vneid.gov.vn' },
  ],
  iceBreakers: [{ question: 'Chip có theo dõi không?', payload: 'topic:chip-no-tracking' }],
}

let messenger: Awaited<ReturnType<typeof startMessenger>>
beforeEach(async () => {
  messenger = await startMessenger()
})
afterEach(() => messenger.platform.close())
const setUp = (profile: MessengerProfile, change = {}) =>
  setUpProfile(profile, { ...SETTINGS, apiUrl: messenger.platform.url, ...change })

test('the page shows greeting, first button, menu and first questions', async () => {
  await setUp(PROFILE)
  expect(messenger.platform.refused).toEqual([])
  expect(messenger.platform.profile).toEqual({
    get_started: { payload: 'command:start' },
    greeting: [{ locale: 'default', text: 'Chào {{user_first_name}}!' }],
    persistent_menu: [
      {
        locale: 'default',
        composer_input_disabled: false,
        call_to_actions: [
          { type: 'postback', title: 'Xem các mục', payload: 'command:menu' },
          { type: 'web_url', title: 'VNeID', url: 'https://vneid.gov.vn' },
        ],
      },
    ],
    ice_breakers: [
      {
        locale: 'default',
        call_to_actions: [
          { question: 'Chip có theo dõi không?', payload: 'topic:chip-no-tracking' },
        ],
      },
    ],
  })
})

test('what is written no longer goes from the page', async () => {
  await setUp(PROFILE)
  await setUp({ ...PROFILE, iceBreakers: [] })
  expect(Object.keys(messenger.platform.profile).sort()).toEqual([
    'get_started',
    'greeting',
    'persistent_menu',
  ])
  await setUp({ ...PROFILE, menu: [] })
  expect(Object.keys(messenger.platform.profile).sort()).toEqual([
    'get_started',
    'greeting',
    'ice_breakers',
  ])
})

test.each([
  ['another token', { pageToken: 'EAAother' }, 'page_token_refused'],
  ['another secret', { appSecrets: ['other'] as [string] }, 'app_secret_refused'],
])('%s is refused and nothing is changed', async (_, change, code) => {
  await expect(setUp(PROFILE, change)).rejects.toMatchObject({ code, policy: 'pause' })
  expect(messenger.platform.profile).toEqual({})
})

test('Meta takes ten such calls in ten minutes', async () => {
  for (let call = 0; call < 10; call++) await setUp(PROFILE)
  await expect(setUp(PROFILE)).rejects.toMatchObject({ code: 'rate_limited', policy: 'retry' })
})

test('the campaign’s page is taken as it is written', async () => {
  const { knowledge } = loadKnowledge(readSourceFiles('knowledge'))
  const profile = knowledge && toMessengerProfile(knowledge)
  if (!profile) throw new Error('knowledge/messenger.yaml is not there or not sound')
  await setUp(profile)
  expect(messenger.platform.refused).toEqual([])
  expect(toProfileRequests(profile)).toHaveLength(1)
})
