import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listBackups } from '../../../electron/core/db/backups/backup-list.ts'
import { companyNames } from '../../helpers/safety.ts'
import { createTestApp, type TestApp, temporaryFolder } from '../../helpers/test-app.ts'

const anEmptyFolder = () => join(temporaryFolder(), 'Evenkeel backups')

/** A company with a backup in the second folder. */
async function aCompanyIn(second: string, name: string): Promise<TestApp> {
  const app = await createTestApp()
  // Two companies do not begin in the same millisecond.
  app.clock.pass(readdirSync(join(second, '..'), { recursive: true }).length + 1)
  await app.client.company.create({ ...companyNames, name })
  await app.client.safety.chooseSecond({ folder: second })
  return app
}

/** Every file below the folder with its bytes. */
const bytesIn = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => {
        const path = join(parentPath, name)
        return [path, readFileSync(path).toString('base64')]
      }),
  )

describe('the second folder', () => {
  it('has a folder for each company, by its name, that keeps it when the company is renamed', async () => {
    const second = anEmptyFolder()
    await using a = await aCompanyIn(second, 'Northwind: Bikes / East')
    await using b = await aCompanyIn(second, 'Bakery Lind')
    expect(readdirSync(second).sort()).toEqual([
      expect.stringMatching(/^Bakery Lind \([0-9a-f]{6}\)$/),
      expect.stringMatching(/^Northwind Bikes East \([0-9a-f]{6}\)$/),
    ])
    await a.client.company.update({ ...companyNames, name: 'Northwind' })
    await a.client.company.backUp()
    await b.client.company.backUp()
    const [theirs = '', ours = ''] = readdirSync(second).sort()
    expect(readdirSync(second)).toHaveLength(2)
    const named = (folder: string) =>
      listBackups(join(second, folder)).map(({ contents }) => contents?.company)
    expect(named(ours)).toEqual(['Northwind', 'Northwind: Bikes / East'])
    expect(named(theirs)).toEqual(['Bakery Lind', 'Bakery Lind'])
  })

  it('keeps every byte of a company that was lost and begun anew the same day', async () => {
    const second = anEmptyFolder()
    await using lost = await aCompanyIn(second, 'Northwind Bikes')
    await lost.client.company.update({ ...companyNames, ownerName: 'Dana' })
    await lost.client.company.backUp()
    const before = bytesIn(second)
    expect(Object.keys(before)).toHaveLength(4)
    await using anew = await aCompanyIn(second, 'Northwind Bikes')
    await anew.client.company.backUp()
    expect(bytesIn(second)).toMatchObject(before)
    expect(readdirSync(second)).toHaveLength(2)
    const copies = await anew.client.safety.copies()
    expect(copies.map(({ kind, isOther }) => [kind, isOther])).toEqual([
      ['backup', false],
      ['backup', false],
      ['second', true],
      ['second', true],
    ])
  })

  it('keeps what two computers with the same company put under the same number', async () => {
    const second = anEmptyFolder()
    await using app = await aCompanyIn(second, 'Northwind Bikes')
    const [folder = ''] = readdirSync(second)
    const [first] = listBackups(join(second, folder))
    if (!first) throw new Error('There is a copy')
    // The other computer's next backup arrives while ours is being made.
    const theirs = first.path.replace('000001', '000002')
    await app.client.company.update({ ...companyNames, name: 'Northwind' })
    const made = app.client.company.backUp()
    writeFileSync(theirs, 'theirs')
    await made
    expect(readFileSync(theirs, 'utf8')).toBe('theirs')
    expect(listBackups(join(second, folder)).map(({ contents }) => contents?.company)).toEqual([
      'Northwind',
      'Northwind Bikes',
    ])
  })

  it('still finds what earlier versions put into it, and gives none of its numbers again', async () => {
    const second = anEmptyFolder()
    await using app = await aCompanyIn(second, 'Northwind Bikes')
    const [folder = ''] = readdirSync(second)
    const [copy] = listBackups(join(second, folder))
    if (!copy) throw new Error('There is a copy')
    // As an earlier version left it: in the folder itself, without the company in its note.
    const { path, first: _first, ...manifest } = copy
    const flat = join(second, 'evenkeel-000045-2026-11-01')
    copyFileSync(path, `${flat}.db`)
    writeFileSync(`${flat}.json`, JSON.stringify({ ...manifest, seq: 45 }))
    rmSync(join(second, folder), { recursive: true })
    rmSync(join(app.dataDir, 'backups'), { recursive: true })
    expect(await app.client.safety.copies()).toMatchObject([
      {
        id: 'second:evenkeel-000045-2026-11-01.db',
        contents: { company: 'Northwind Bikes' },
        isOther: false,
      },
    ])
    await app.client.company.update({ ...companyNames, name: 'Northwind' })
    await app.client.company.backUp()
    expect(listBackups(join(app.dataDir, 'backups')).map(({ seq }) => seq)).toEqual([46])
  })
})
