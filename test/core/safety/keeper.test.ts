import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { listBackups } from '../../../electron/core/db/backups/backup-list.ts'
import { aReview, aWorkflow } from '../../helpers/builders.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'

let app: TestApp
afterEach(() => app.dispose())

const reasons = () => listBackups(join(app.dataDir, 'backups')).map(({ reason }) => reason)

describe('a complete piece of work', () => {
  it('has its checked backup by the time the app is closed', async () => {
    app = await createTestApp({ durability: 'full' })
    await app.client.company.create({ name: 'Nordwind', ownerName: 'Anna' })
    await aReview(app.client)
    await app.close()
    expect(reasons()).toEqual(['after an import'])
  })

  it('is what a backup waits for, not a step of the work', async () => {
    app = await createTestApp({ durability: 'full' })
    await app.client.company.create({ name: 'Nordwind', ownerName: 'Anna' })
    await app.client.workflows.create(aWorkflow())
    await app.close()
    expect(reasons()).toEqual([])
  })
})
