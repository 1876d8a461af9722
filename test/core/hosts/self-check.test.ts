import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { takeOwnership } from '../../../electron/core/db/lock.ts'
import { placesOf } from '../../../electron/core/safety/places.ts'
import { checkBackups, checkDatabase, probeWrites } from '../../../electron/core/safety/state-in-words.ts'
import { fusesAmiss } from '../../../electron/hosts/desktop/fuses.ts'
import { killedCompany } from '../../helpers/safety.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evenkeel-check-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the fuses of a program', () => {
  const program = (states: string) =>
    Buffer.concat([
      Buffer.from('before dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
      Buffer.from([1, states.length]),
      Buffer.from(states),
    ])

  it.each([
    ['010011001', []],
    ['110011001', ['RunAsNode']],
    [
      '010100001',
      ['EnableNodeCliInspectArguments', 'EnableEmbeddedAsarIntegrityValidation', 'OnlyLoadAppFromAsar'],
    ],
    [
      '0100',
      [
        'EnableEmbeddedAsarIntegrityValidation',
        'OnlyLoadAppFromAsar',
        'LoadBrowserProcessSpecificV8Snapshot',
        'GrantFileProtocolExtraPrivileges',
        'WasmTrapHandlers',
      ],
    ],
    ['010011000', ['WasmTrapHandlers']],
    ['01001100', ['WasmTrapHandlers']],
  ])('%s', (states, amiss) => expect(fusesAmiss(program(states))).toEqual(amiss))

  it('cannot be read where there are none', () => expect(fusesAmiss(Buffer.from('ELF'))).toBeNull())
})

describe('the state of the data, in words', () => {
  it('a folder with nothing in it is fine, and says that nothing is there', () => {
    const places = placesOf(folder, 'own')
    expect([probeWrites(folder), checkDatabase(places), checkBackups(places, null)]).toMatchObject([
      { isFine: true, words: expect.stringContaining('the disk confirms one in') },
      { isFine: true, words: expect.stringContaining('none yet') },
      { isFine: true, words: expect.stringContaining('no second folder is chosen') },
    ])
  })

  it('a company after a kill opens, with its backup', async () => {
    const places = placesOf(await killedCompany(), 'own')
    expect(checkDatabase(places)).toMatchObject({ isFine: true, words: expect.stringContaining('sound') })
    expect(checkBackups(places, '/second')).toMatchObject({
      isFine: true,
      words: expect.stringMatching(/^1, the newest of \d{4}-.*second copies: \/second$/),
    })
  })

  it('one that is open, one that is empty, and one without its backups are looked at', async () => {
    const places = placesOf(await killedCompany(), 'own')
    const release = takeOwnership(places.file)
    expect(checkDatabase(places)).toMatchObject({
      isFine: false,
      words: expect.stringContaining('already running'),
    })
    release()
    writeFileSync(places.file, '')
    rmSync(places.backups, { recursive: true })
    expect(checkDatabase(places).isFine).toBe(false)
    expect(checkBackups(places, null).isFine).toBe(false)
  })

  it('a folder that takes no writes says so', () => {
    const inTheWay = join(folder, 'data')
    writeFileSync(inTheWay, '')
    expect(probeWrites(inTheWay)).toMatchObject({ isFine: false })
    mkdirSync(join(folder, 'other', 'self-check.tmp'), { recursive: true })
    expect(probeWrites(join(folder, 'other')).isFine).toBe(false)
  })
})
