import { existsSync, mkdirSync, readdirSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { killedCompany, recoveryOf, workflowsOf } from '../../helpers/safety.ts'
import { createTestApp } from '../../helpers/test-app.ts'

const target = '../elsewhere/evenkeel.db'

/** The database of a company on another disk, and a link to it in the data folder. */
async function aLinkedCompany() {
  const dataDir = await killedCompany()
  const elsewhere = join(dataDir, '../elsewhere')
  mkdirSync(elsewhere)
  for (const name of ['evenkeel.db', 'evenkeel.db-wal', 'evenkeel.db-head'])
    renameSync(join(dataDir, name), join(elsewhere, name))
  symlinkSync(target, join(dataDir, 'evenkeel.db'))
  return { dataDir, elsewhere }
}

it.skipIf(process.platform === 'win32')(
  'behind a relative link the real file is put aside and replaced, the link stays, and it can be undone',
  async () => {
    const { dataDir, elsewhere } = await aLinkedCompany()
    await using app = await createTestApp({ dataDir })
    const copies = await app.client.safety.copies()
    const oldest = copies.filter(({ kind }) => kind === 'backup').at(-1)
    await app.client.safety.restore({ id: oldest?.id ?? '' })
    expect(await workflowsOf(app)).toEqual(['In the backup'])
    expect(readlinkSync(join(dataDir, 'evenkeel.db'))).toBe(target)
    expect(readdirSync(join(elsewhere, 'put-aside', '000001'))).toContain('evenkeel.db')
    await app.restart()
    expect(await workflowsOf(app)).toEqual(['In the backup'])

    const aside = (await app.client.safety.copies()).find(({ kind }) => kind === 'put_aside')
    await app.client.safety.restore({ id: aside?.id ?? '' })
    expect(await recoveryOf(app)).toBeNull()
    expect(await workflowsOf(app)).toEqual(['In the backup', 'After the backup'])
    expect(readlinkSync(join(dataDir, 'evenkeel.db'))).toBe(target)
  },
)

it.skipIf(process.platform === 'win32')(
  'a link that leads nowhere is a missing file, and no new company',
  async () => {
    const { dataDir, elsewhere } = await aLinkedCompany()
    rmSync(elsewhere, { recursive: true })
    await using app = await createTestApp({ dataDir })
    const recovery = await recoveryOf(app)
    expect(recovery).toMatchObject({ kind: 'missing', offer: { kind: 'backup' } })
    expect(existsSync(join(elsewhere, 'evenkeel.db'))).toBe(false)
    await app.client.safety.restore({ id: recovery?.offer?.id ?? '' })
    expect(await workflowsOf(app)).toEqual(['In the backup'])
    expect(readlinkSync(join(dataDir, 'evenkeel.db'))).toBe(target)
  },
)
