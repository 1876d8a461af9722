import { chmodSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { folderDanger } from '../../../shared/domain/folder-danger.ts'
import { createTestApp } from '../../helpers/test-app.ts'

it.skipIf(process.platform === 'win32')(
  'what others could read is closed to them at the next start',
  async () => {
    await using app = await createTestApp()
    await app.client.company.create({ name: 'Nordwind', ownerName: 'Anna' })
    await app.client.company.backUp()
    await app.close()
    const inside = (...names: string[]) => join(app.dataDir, ...names)
    mkdirSync(inside('holiday'))
    writeFileSync(inside('holiday', 'photo.jpg'), '')
    symlinkSync(inside('holiday'), inside('tmp', 'elsewhere'))
    const theirs = ['holiday', 'holiday/photo.jpg'].map((name) => inside(name))
    for (const path of [app.dataDir, inside('backups'), ...theirs]) chmodSync(path, 0o755)
    chmodSync(inside('evenkeel.db'), 0o644)
    await app.restart()
    const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)
    expect([app.dataDir, inside('backups'), inside('evenkeel.db')].map(modeOf)).toEqual(['700', '700', '600'])
    expect(theirs.map(modeOf)).toEqual(['755', '755'])
  },
)

it('a folder that is synced is named with its danger and the place to move it to', () => {
  const said = folderDanger('/home/anna/Dropbox/evenkeel', '/home/anna/.local/share/evenkeel')
  expect(said).toContain('in a folder that Dropbox copies while you work')
  expect(said).toContain('move the folder to /home/anna/.local/share/evenkeel')
  expect(folderDanger('\\\\server\\share', 'C:\\Users\\anna')).toContain('on a network drive')
  expect(folderDanger('/home/anna/.local/share/evenkeel', '/x')).toBeNull()
})
