import type { Release } from '../../../../shared/contract/documents.ts'
import type { Context } from '../../context.ts'
import type { Db } from '../../db/open.ts'
import type { Handlers } from '../../handlers.ts'

type ReleaseRow = {
  id: number
  workflow_id: number
  number: number
  live_on: string
  approved_by: string
  change_number: number
}
type PartRow = Release['parts'][number]

/** What made a release: the change that was published, and for which workflows. */
export type Occasion = {
  workflowIds: readonly number[]
  liveOn: string
  approvedBy: string
  changeNumber: number
}

export type Releases = Handlers<'releases'> & {
  /** Writes what the workflows run on from a day on, inside the caller's transaction. */
  record: (occasion: Occasion) => void
}

const versionOn = (documentId: string) => `(
  SELECT v.id FROM versions v WHERE v.document_id = ${documentId} AND v.live_on <= :on
  ORDER BY v.number DESC LIMIT 1)`

/** Releases: what a workflow ran on, from which day. Written once, never altered. */
export function createReleases(
  { db, audit }: Context,
  workflows: { find: (id: number) => unknown },
): Releases {
  const repository = createReleasesRepository(db)

  function recordDay(workflowId: number, on: string, occasion: Occasion) {
    const versionIds = repository.partsOn(workflowId, on)
    const before = repository.at(workflowId, on)
    const ranBefore = new Set(before?.parts.map(({ versionId }) => versionId))
    if (versionIds.length === ranBefore.size && versionIds.every((id) => ranBefore.has(id))) return
    const { approvedBy, changeNumber } = occasion
    const id = repository.insert({ workflowId, liveOn: on, approvedBy, changeNumber }, versionIds)
    audit.append({
      actor: 'evenkeel',
      action: 'record',
      entity: 'release',
      entityId: id,
      before: before ?? null,
      after: repository.at(workflowId, on),
    })
  }

  return {
    record(occasion) {
      for (const workflowId of occasion.workflowIds) {
        // An entry made late is also part of what ran on the later days on which something went live.
        const days = [occasion.liveOn, ...repository.daysAfter(workflowId, occasion.liveOn)]
        for (const day of days) recordDay(workflowId, day, occasion)
      }
    },
    list({ workflowId }) {
      workflows.find(workflowId)
      return repository.list(workflowId)
    },
    at({ workflowId, on }) {
      workflows.find(workflowId)
      return repository.at(workflowId, on) ?? null
    },
  }
}

function createReleasesRepository(db: Db) {
  const list = db.prepare<[number], ReleaseRow>(
    'SELECT * FROM releases WHERE workflow_id = ? ORDER BY live_on DESC, number DESC',
  )
  const at = db.prepare<[number, string], ReleaseRow>(`
    SELECT * FROM releases WHERE workflow_id = ? AND live_on <= ? ORDER BY live_on DESC, number DESC LIMIT 1`)
  const daysAfter = db.prepare<[number, string], { day: string }>(`
    SELECT DISTINCT v.live_on AS day FROM versions v JOIN documents d ON d.id = v.document_id
    WHERE (d.kind = 'section' OR d.workflow_id = ?) AND v.live_on > ? ORDER BY v.live_on`)
  const parts = db.prepare<[number], PartRow>(`
    SELECT d.id AS documentId, d.kind, d.name, v.number AS version, v.id AS versionId
    FROM release_versions r JOIN versions v ON v.id = r.version_id JOIN documents d ON d.id = v.document_id
    WHERE r.release_id = ?
    ORDER BY CASE d.kind WHEN 'prompt' THEN 1 WHEN 'model' THEN 2 ELSE 3 END, d.position, d.id`)
  const partsOn = db.prepare<{ workflowId: number; on: string }, { id: number | null }>(`
    WITH own AS (SELECT ${versionOn('d.id')} AS id FROM documents d WHERE d.workflow_id = :workflowId)
    SELECT id FROM own
    UNION
    SELECT ${versionOn('s.section_id')} FROM version_sections s JOIN own ON own.id = s.version_id`)
  const insert = db.prepare(`
    INSERT INTO releases (workflow_id, number, live_on, approved_by, change_number)
    VALUES (:workflowId, (SELECT ifnull(max(number), 0) + 1 FROM releases WHERE workflow_id = :workflowId),
      :liveOn, :approvedBy, :changeNumber)`)
  const insertPart = db.prepare('INSERT INTO release_versions (release_id, version_id) VALUES (?, ?)')

  const toRelease = (row: ReleaseRow): Release => ({
    workflowId: row.workflow_id,
    number: row.number,
    liveOn: row.live_on,
    approvedBy: row.approved_by,
    changeNumber: row.change_number,
    parts: parts.all(row.id),
  })

  return {
    list: (workflowId: number) => list.all(workflowId).map(toRelease),
    at(workflowId: number, on: string): Release | undefined {
      const row = at.get(workflowId, on)
      return row && toRelease(row)
    },
    /** Days on which a part of the workflow, or any section, went live. */
    daysAfter: (workflowId: number, day: string) => daysAfter.all(workflowId, day).map((row) => row.day),
    /** Ids of the versions live on a day: the workflow's prompt and model, and the sections its prompt draws on. */
    partsOn: (workflowId: number, on: string): number[] =>
      partsOn.all({ workflowId, on }).flatMap(({ id }) => id ?? []),
    insert(
      release: Pick<Release, 'workflowId' | 'liveOn' | 'approvedBy' | 'changeNumber'>,
      versionIds: readonly number[],
    ): number {
      const id = Number(insert.run(release).lastInsertRowid)
      for (const versionId of versionIds) insertPart.run(id, versionId)
      return id
    },
  }
}
