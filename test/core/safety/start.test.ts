import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { database as db, shapes, log as wal } from '../../helpers/damage.ts'
import { killedCompany, originalsIn, recoveryOf, workflowsOf } from '../../helpers/safety.ts'
import { createTestApp, refusal } from '../../helpers/test-app.ts'

describe('a start with a damaged company beside a checked backup', () => {
  it.each(shapes)('%s', async (_name, harm) => {
    const dataDir = await killedCompany()
    await harm(dataDir)
    const before = originalsIn(dataDir)
    await using app = await createTestApp({ dataDir })
    const recovery = await recoveryOf(app)
    expect(recovery).not.toBeNull()
    expect(await refusal(app.client.company.get())).toMatchObject({ code: 'UNAVAILABLE' })
    expect(await refusal(app.client.workflows.list())).toMatchObject({ code: 'UNAVAILABLE' })
    expect(recovery?.offer?.contents).toMatchObject({ company: 'Northwind Bikes' })
    expect([recovery?.offer, ...(recovery?.others ?? [])].some((copy) => copy?.kind === 'backup')).toBe(true)
    expect(originalsIn(dataDir)).toEqual(before)

    await app.client.safety.restore({ id: recovery?.offer?.id ?? '' })
    expect(await workflowsOf(app)).toContain('In the backup')
    expect(originalsIn(join(dataDir, 'put-aside', '000001'))).toEqual(before)
    await app.restart()
    expect(await recoveryOf(app)).toBeNull()
    expect(await workflowsOf(app)).toContain('In the backup')
  })

  it('is no start of a new company where only the note beside it is left', async () => {
    const dataDir = await killedCompany()
    rmSync(db(dataDir))
    rmSync(wal(dataDir))
    rmSync(join(dataDir, 'backups'), { recursive: true })
    await using app = await createTestApp({ dataDir })
    expect(await recoveryOf(app)).toMatchObject({ kind: 'missing', offer: null, lastWorkAt: app.clock.now() })
    expect(existsSync(db(dataDir))).toBe(false)
  })

  it('opens as it was when nothing is wrong', async () => {
    await using app = await createTestApp({ dataDir: await killedCompany() })
    expect(await recoveryOf(app)).toBeNull()
    expect(await workflowsOf(app)).toEqual(['In the backup', 'After the backup'])
  })
})
