import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { killedCompany, recoveryOf, workflowsOf } from '../../helpers/safety.ts'
import { createTestApp, refusal } from '../../helpers/test-app.ts'

it('a damaged file that was put aside is offered as that, and going back to it leads to recovery', async () => {
  const dataDir = await killedCompany()
  writeFileSync(join(dataDir, 'evenkeel.db'), Buffer.alloc(8192, 0xa5))
  await using app = await createTestApp({ dataDir })
  await app.client.safety.restore({ id: (await recoveryOf(app))?.offer?.id ?? '' })
  const aside = (await app.client.safety.copies()).find(({ kind }) => kind === 'put_aside')
  expect(aside?.damage).toBe('It could not be opened when it was put aside.')

  const refused = await refusal(app.client.safety.restore({ id: aside?.id ?? '' }))
  expect(refused).toMatchObject({
    code: 'UNAVAILABLE',
    message: expect.stringContaining('Nothing was changed'),
  })
  // What every window asks first; its answer is what leads to the page for that.
  expect(await refusal(app.client.company.get())).toMatchObject({ code: 'UNAVAILABLE' })
  const recovery = await recoveryOf(app)
  expect(recovery).toMatchObject({ kind: 'not-ours', offer: { kind: 'backup', damage: null } })
  expect(readFileSync(join(dataDir, 'evenkeel.db'))).toEqual(Buffer.alloc(8192, 0xa5))
  await app.client.safety.restore({ id: recovery?.offer?.id ?? '' })
  expect(await workflowsOf(app)).toContain('In the backup')
})
