import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { flipBit, killedCompany, recoveryOf } from '../../helpers/safety.ts'
import { createTestApp, refusal, type TestApp } from '../../helpers/test-app.ts'

const newest = async ({ client }: TestApp) =>
  (await client.safety.copies()).find(({ kind }) => kind === 'backup')?.id ?? ''

/** A company in which one bit of a row's text has flipped, and still looks like text. */
async function aCompanyWithRot() {
  const dataDir = await killedCompany()
  const app = await createTestApp({ dataDir })
  await app.close()
  const path = join(dataDir, 'evenkeel.db')
  // In its row; the activity log has it in quotes, and a chain of its own.
  flipBit(
    path,
    readFileSync(path)
      .toString('latin1')
      .search(/[^"]Held by no index/) + 3,
  )
  await app.restart()
  return app
}

const purposes = async (app: TestApp) =>
  app.inspect((db) => db.prepare('SELECT purpose FROM workflows').pluck().all())

const isWrong = 'something in workflows is not what Evenkeel wrote there'

describe('a bit that flips in a row and still looks like data', () => {
  it('is told on Home after a restart too, with what to do, until a backup is made', async () => {
    await using app = await aCompanyWithRot()
    const refused = await refusal(app.client.company.backUp())
    expect(refused).toMatchObject({ message: expect.stringContaining(isWrong) })
    await app.restart()
    const [trouble, ...others] = (await app.client.company.get()).troubles
    expect(trouble).toContain(isWrong)
    expect(trouble).toContain('go back to your newest backup in Settings, Backups')
    expect(others).toEqual([])
    await app.client.safety.restore({ id: await newest(app) })
    await app.client.company.backUp()
    expect((await app.client.company.get()).troubles).toEqual([])
    await app.restart()
    expect((await app.client.company.get()).troubles).toEqual([])
  })

  it('does not keep anybody from going back: the present is put aside as it is, and said to be damaged', async () => {
    await using app = await aCompanyWithRot()
    await app.client.safety.restore({ id: await newest(app) })
    expect(await recoveryOf(app)).toBeNull()
    expect(await purposes(app)).toContain('Held by no index')
    const aside = readFileSync(join(app.dataDir, 'put-aside', '000001', 'evenkeel.db'), 'latin1')
    expect(aside).toContain('After the backup')
    expect(aside).not.toMatch(/[^"]Held by no index/)
    expect((await app.client.safety.copies()).find(({ kind }) => kind === 'put_aside')).toMatchObject({
      damage: `No backup of it could be made: ${isWrong}.`,
    })
    await app.client.company.backUp()
  })

  it('nor from going on from a backup brought from elsewhere', async () => {
    await using app = await aCompanyWithRot()
    const backup = join(app.dataDir, 'backups', (await newest(app)).slice('backup:'.length))
    const { id } = await app.client.safety.addFile({ fileId: await app.upload('b.db', readFileSync(backup)) })
    await app.client.safety.restore({ id })
    expect(await purposes(app)).toContain('Held by no index')
  })

  it('is said by name where everything is to be saved', async () => {
    await using app = await aCompanyWithRot()
    const { jobId } = await app.client.exports.everything()
    const { state, message } = await app.ended(jobId)
    expect(state).toBe('failed')
    expect(message).toContain(isWrong)
    expect(message).toContain('Go back to your newest backup')
  })

  it('is nothing that a sound company is put aside with', async () => {
    await using app = await createTestApp({ dataDir: await killedCompany() })
    await app.client.safety.restore({ id: await newest(app) })
    expect((await app.client.safety.copies()).find(({ kind }) => kind === 'put_aside')).toMatchObject({
      damage: null,
    })
    expect(existsSync(join(app.dataDir, 'evenkeel.db-backup-failed'))).toBe(false)
  })
})
