import { hash } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createAudit } from '../../../electron/core/db/audit.ts'
import type { Db } from '../../../electron/core/db/open.ts'
import { write } from '../../../electron/core/db/write.ts'
import { anEntry, appendEntries, clock, openWithAudit, temporaryFolder } from './db-helpers.ts'

const openLog = (entries = 0) => openWithAudit(join(temporaryFolder(), 'evenkeel.db'), entries)

const dropGuards = `
  DROP TRIGGER audit_is_never_updated;
  DROP TRIGGER audit_is_never_deleted;
  DROP TRIGGER audit_is_never_replaced`

const allRows = (db: Db) => db.prepare('SELECT * FROM audit ORDER BY seq').all()

describe('append', () => {
  it('writes one row with who, when, what, before and after', async () => {
    const db = await openLog()
    const audit = createAudit(db, clock)
    const seq = write(db, () => audit.append(anEntry))
    expect(seq).toBe(1)
    expect(allRows(db)).toEqual([
      {
        seq: 1,
        at: '2026-11-21T09:30:00.000Z',
        zone: 'Europe/Stockholm',
        actor: 'owner',
        action: 'answer',
        entity: 'output',
        entity_id: '7',
        label: 'Accurate not met',
        before: null,
        after: '{"mark":"not-met","note":"Wrong price"}',
        undoes: null,
        subject: 'review:12',
        row_sha: expect.stringMatching(/^[0-9a-f]{64}$/),
        prev: '0'.repeat(64),
        hash: audit.head().hash,
      },
    ])
  })

  it('links each entry to the one before', async () => {
    const db = await openLog(2)
    const audit = createAudit(db, clock)
    const before = audit.head()
    write(db, () => audit.append({ ...anEntry, undoes: 2 }))
    expect(db.prepare('SELECT prev, undoes FROM audit WHERE seq = 3').get()).toEqual({
      prev: before.hash,
      undoes: 2,
    })
  })

  it('is refused outside the transaction of its change', async () => {
    const audit = createAudit(await openLog(), clock)
    expect(() => audit.append(anEntry)).toThrow('belongs in the transaction')
  })

  it('leaves no gap after a change that was taken back', async () => {
    const db = await openLog(1)
    const audit = createAudit(db, clock)
    const failing = () =>
      write(db, () => {
        audit.append(anEntry)
        throw new Error('changed my mind')
      })
    expect(failing).toThrow('changed my mind')
    expect(write(db, () => audit.append(anEntry))).toBe(2)
    expect(audit.verify()).toEqual({ ok: true, count: 2, head: audit.head() })
  })

  it('starts from an empty, sound log', async () => {
    const audit = createAudit(await openLog(), clock)
    const head = { seq: 0, hash: '0'.repeat(64) }
    expect(audit.verify()).toEqual({ ok: true, count: 0, head })
  })
})

describe('append-only', () => {
  const columns = 'seq, at, zone, actor, action, entity, entity_id, row_sha, prev, hash'
  const values = "'t', 'z', 'a', 'b', 'c', 'd', 'e', 'f', 'g'"
  it.each([
    ['UPDATE', "UPDATE audit SET actor = 'someone' WHERE seq = 2"],
    ['DELETE', 'DELETE FROM audit WHERE seq = 2'],
    ['deleting all', 'DELETE FROM audit'],
    ['INSERT OR REPLACE', `INSERT OR REPLACE INTO audit (${columns}) VALUES (2, ${values})`],
    ['REPLACE', `REPLACE INTO audit (${columns}) VALUES (2, ${values})`],
    [
      'an upsert',
      `INSERT INTO audit (${columns}) VALUES (2, ${values}) ON CONFLICT (seq) DO UPDATE SET actor = 'x'`,
    ],
    ['UPDATE OR REPLACE', 'UPDATE OR REPLACE audit SET seq = 3 WHERE seq = 2'],
  ])('%s is refused', async (_name, sql) => {
    const db = await openLog(3)
    const before = allRows(db)
    expect(() => db.exec(sql)).toThrow('audit is append-only')
    expect(allRows(db)).toEqual(before)
  })

  it('refuses a replacement even where delete triggers do not fire', async () => {
    const db = await openLog(3)
    db.pragma('recursive_triggers = OFF')
    expect(() => db.exec(`INSERT OR REPLACE INTO audit (${columns}) VALUES (2, ${values})`)).toThrow(
      'append-only',
    )
  })
})

describe('verify', () => {
  it.each([
    [
      'one character of what changed',
      `UPDATE audit SET after = replace(after, 'price', 'prize') WHERE seq = 3`,
      3,
    ],
    ['who did it', `UPDATE audit SET actor = 'someone' WHERE seq = 1`, 1],
    ['when', `UPDATE audit SET at = '2026-11-20T09:30:00.000Z' WHERE seq = 5`, 5],
    ['which group it belongs to', `UPDATE audit SET subject = NULL WHERE seq = 4`, 4],
    ['the order', `UPDATE audit SET seq = 9 WHERE seq = 2`, 2],
    ['an entry in the middle, removed', 'DELETE FROM audit WHERE seq = 3', 3],
    ['the first entry, removed', 'DELETE FROM audit WHERE seq = 1', 1],
    ['the end, cut off', 'DELETE FROM audit WHERE seq >= 4', 4],
    ['everything, removed', 'DELETE FROM audit', 1],
    [
      'an entry whose own hash was made to fit',
      `UPDATE audit SET after = 'null', row_sha = hash WHERE seq = 3`,
      3,
    ],
  ])('finds %s', async (_name, sql, brokenAt) => {
    const db = await openLog(5)
    db.exec(`${dropGuards}; ${sql}`)
    expect(createAudit(db, clock).verify()).toEqual({ ok: false, brokenAt })
  })

  it('finds an entry rewritten with fitting hashes of its own, at the entry after it', async () => {
    const db = await openLog(5)
    db.function('sha256', (text: string) => hash('sha256', text))
    db.exec(`${dropGuards};
      UPDATE audit SET actor = 'someone' WHERE seq = 3;
      UPDATE audit SET row_sha = sha256(json_array(
        seq, at, zone, actor, action, entity, entity_id, label, before, after, undoes, subject)) WHERE seq = 3;
      UPDATE audit SET hash = sha256(prev || row_sha) WHERE seq = 3`)
    expect(createAudit(db, clock).verify()).toEqual({ ok: false, brokenAt: 4 })
  })

  it('passes a long log', async () => {
    const db = await openLog(500)
    appendEntries(db, 500)
    expect(createAudit(db, clock).verify()).toMatchObject({ ok: true, count: 1000 })
  })
})
