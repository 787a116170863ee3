import { readSecret } from '../../src/storage/read-secret'
import { describeOnEachDatabase } from './databases'

describeOnEachDatabase('a secret of the installation', (use) => {
  test('is the same for all who ask at once or later, and another one under another name', async () => {
    const { kysely } = use.database
    const ask = (name: string) => readSecret(kysely, name, 0)
    const asked = await Promise.all([ask('a'), ask('a'), ask('a')])
    const again = await readSecret((await use.server.open()).kysely, 'a', 1)
    expect(again).toHaveLength(32)
    for (const secret of asked) expect(secret).toEqual(again)
    expect(await ask('b')).not.toEqual(again)
  })
})
