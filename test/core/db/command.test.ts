import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Command, createCommands } from '../../../electron/core/command.ts'
import { createAudit } from '../../../electron/core/db/audit.ts'
import type { Db } from '../../../electron/core/db/open.ts'
import type { Feature } from '../../../shared/contract/jobs.ts'
import { clock, openWithAudit, temporaryFolder } from './db-helpers.ts'

let db: Db
let told: (readonly Feature[])[]
let signals: Command
let changes: Command

beforeEach(async () => {
  db = await openWithAudit(join(temporaryFolder(), 'evenkeel.db'), 1)
  db.exec('CREATE TABLE notes (text TEXT)')
  told = []
  const commands = createCommands(db, createAudit(db, clock), (features) => {
    expect(db.inTransaction).toBe(false)
    told.push(features)
  })
  signals = commands('signals')
  changes = commands('changes')
})

const entry = { action: 'record', entity: 'note', entityId: 1 }
const note = (text: string) => db.prepare('INSERT INTO notes VALUES (?)').run(text)
const notes = () => db.prepare('SELECT text FROM notes').pluck().all()
const logged = () => db.prepare("SELECT actor, action FROM audit WHERE entity = 'note'").all()

describe('command', () => {
  it('writes the change with its row, and tells of it after the commit', () => {
    const result = signals(() => {
      note('a')
      signals.log(entry)
      return 42
    })
    expect(result).toBe(42)
    expect(notes()).toEqual(['a'])
    expect(logged()).toEqual([{ actor: 'owner', action: 'record' }])
    expect(told).toEqual([['signals']])
  })

  it('tells nothing of what is rolled back', () => {
    const change = () =>
      signals(() => {
        note('a')
        signals.log(entry)
        throw new Error('no')
      })
    expect(change).toThrow('no')
    expect([notes(), logged(), told]).toEqual([[], [], []])
  })

  it('joins an outer command and tells of both once, after the outer commit', () => {
    signals(() => {
      signals.log(entry)
      changes(() => {
        note('inner')
        changes.log(entry)
      })
      expect(told).toEqual([])
    })
    expect(told).toEqual([['signals', 'changes']])
  })

  it('tells what another feature logged inside, also without a command of its own', () => {
    signals(() => {
      note('a')
      changes.log(entry)
    })
    expect(told).toEqual([['changes']])
  })

  it('tells nothing of an inner command that was rolled back and caught', () => {
    signals(() => {
      signals.log(entry)
      expect(() =>
        changes(() => {
          note('inner')
          changes.log(entry)
          throw new Error('no')
        }),
      ).toThrow('no')
    })
    expect([notes(), told]).toEqual([[], [['signals']]])
  })

  it('tells nothing when nothing came of it', () => {
    signals(() => {})
    expect(told).toEqual([])
  })

  it('takes back a change without a row in the audit', () => {
    expect(() => signals(() => note('a'))).toThrow('A change of signals has no row in the audit')
    expect([notes(), told]).toEqual([[], []])
  })

  it('lets what is no statement about the work go without a row', () => {
    signals.unlogged(() => note('a'))
    signals(() => signals.unlogged(() => note('b')))
    expect([notes(), logged()]).toEqual([['a', 'b'], []])
    expect(told).toEqual([['signals'], ['signals']])
  })

  it('logs nothing outside of a command', () => {
    expect(() => signals.log(entry)).toThrow('belongs in a command')
  })
})
