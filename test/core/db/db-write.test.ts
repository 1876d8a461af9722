import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createAudit } from '../../../electron/core/db/audit.ts'
import type { Db } from '../../../electron/core/db/open.ts'
import { write } from '../../../electron/core/db/write.ts'
import { AppError } from '../../../shared/errors.ts'
import { anEntry, appendEntries, clock, openWithAudit, temporaryFolder } from './db-helpers.ts'

const open = () => openWithAudit(join(temporaryFolder(), 'evenkeel.db'), 1)
const count = (db: Db) => db.prepare('SELECT count(*) FROM audit').pluck().get()

function errorOf(change: () => unknown): unknown {
  try {
    return change()
  } catch (error) {
    return error
  }
}

describe('write', () => {
  it('returns what the change returns', async () => {
    expect(write(await open(), () => 42)).toBe(42)
  })

  it('takes everything back when the change throws, and passes the error on', async () => {
    const db = await open()
    const conflict = new AppError('CONFLICT', 'Someone was faster.')
    const change = () => {
      appendEntries(db, 2)
      throw conflict
    }
    expect(() => write(db, change)).toThrow(conflict)
    expect(count(db)).toBe(1)
  })

  it('refuses a change that waits for something', async () => {
    const db = await open()
    expect(() => write(db, async () => {})).toThrow('promise')
    expect(db.inTransaction).toBe(false)
  })

  it('says the disk is full, keeps what was there, and works again when there is space', async () => {
    const db = await open()
    const audit = createAudit(db, clock)
    const big = { ...anEntry, after: 'x'.repeat(100_000) }
    db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true })}`)
    expect(errorOf(() => write(db, () => audit.append(big)))).toMatchObject({
      code: 'UNAVAILABLE',
      message:
        "The disk is full, so your last change isn't saved. Everything before it is. Free some space, then try again.",
      cause: { code: 'SQLITE_FULL' },
    })
    expect({ count: count(db), inTransaction: db.inTransaction }).toEqual({ count: 1, inTransaction: false })
    db.pragma('max_page_count = 1000000')
    expect(write(db, () => audit.append(big))).toBe(2)
  })

  it('says when the folder became read-only', async () => {
    const db = await open()
    db.pragma('query_only = ON')
    expect(() => appendEntries(db, 1)).toThrow(/became read-only, so your last change isn't saved/)
  })
})
