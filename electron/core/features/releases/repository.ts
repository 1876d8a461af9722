import type { Release, RollOut, Stage } from '../../../../shared/contract/documents.ts'
import type { Db } from '../../db/open.ts'
import { personNamed } from '../../db/people-sql.ts'

type NewRelease = Pick<Release, 'workflowId' | 'liveOn' | 'approvedBy' | 'changeNumber'>
type Place = { workflowId: number; on: string }
type ChangePlace = Place & { changeNumber: number }
type PartRow = Release['parts'][number]
export type ReleaseRow = {
  id: number
  workflow_id: number
  number: number
  live_on: string
  approved_by: string
  change_number: number
}
type PilotRow = { workflow_id: number; change_number: number; until: string }

/** The stage of a change in a workflow on a day; null where it was never staged: in production. */
const stageOn = (columns: string, change: string, workflow = ':workflowId', on = ':on') => `(
  SELECT ${columns} FROM release_stages s
  WHERE s.workflow_id = ${workflow} AND s.change_number = ${change} AND s.since <= ${on}
  ORDER BY s.since DESC, s.id DESC LIMIT 1)`
const isForAll = (change: string) => `ifnull(${stageOn('s.stage', change)}, 'production') = 'production'`

/** The newest wording that everyone has on a day, or that the change itself brings. */
const versionOn = (documentId: string) => `(
  SELECT v.id FROM versions v
  WHERE v.document_id = ${documentId} AND v.live_on <= :on
    AND (v.change_number = :changeNumber OR ${isForAll('v.change_number')})
  ORDER BY v.number DESC LIMIT 1)`

export function createReleasesRepository(db: Db) {
  return { ...createReleaseRows(db), ...createStageRows(db) }
}

function createReleaseRows(db: Db) {
  const list = db.prepare<[number], ReleaseRow>(
    'SELECT * FROM releases WHERE workflow_id = ? ORDER BY live_on DESC, number DESC',
  )
  const byNumber = db.prepare<[number, number], ReleaseRow>(
    'SELECT * FROM releases WHERE workflow_id = ? AND number = ?',
  )
  const at = db.prepare<Place, ReleaseRow>(`
    SELECT * FROM releases r WHERE r.workflow_id = :workflowId AND r.live_on <= :on
      AND ${isForAll('r.change_number')}
    ORDER BY r.live_on DESC, r.number DESC LIMIT 1`)
  const parts = db.prepare<[number], PartRow>(`
    SELECT d.id AS documentId, d.kind, d.name, v.number AS version, v.id AS versionId
    FROM release_versions r JOIN versions v ON v.id = r.version_id JOIN documents d ON d.id = v.document_id
    WHERE r.release_id = ?
    ORDER BY CASE d.kind WHEN 'prompt' THEN 1 WHEN 'model' THEN 2 ELSE 3 END, d.position, d.id`)
  const modelText = db
    .prepare<[number], string>(`
    SELECT v.text FROM release_versions r JOIN versions v ON v.id = r.version_id
    JOIN documents d ON d.id = v.document_id
    WHERE r.release_id = ? AND d.kind = 'model'`)
    .pluck()
  const partsOn = db.prepare<ChangePlace, { id: number | null }>(`
    WITH own AS (SELECT ${versionOn('d.id')} AS id FROM documents d WHERE d.workflow_id = :workflowId)
    SELECT id FROM own WHERE id IS NOT NULL
    UNION
    SELECT ${versionOn('x.section_id')} FROM version_sections x JOIN own ON own.id = x.version_id`)
  const daysAfter = db.prepare<Place, { day: string }>(`
    SELECT v.live_on AS day FROM versions v JOIN documents d ON d.id = v.document_id
    WHERE (d.kind = 'section' OR d.workflow_id = :workflowId) AND v.live_on > :on
    UNION
    SELECT since FROM release_stages WHERE workflow_id = :workflowId AND since > :on
    ORDER BY day`)
  const live = db.prepare<ChangePlace, { id: number }>(`
    SELECT v.id FROM release_versions x JOIN versions v ON v.id = x.version_id
    WHERE v.change_number = :changeNumber AND x.release_id = (
      SELECT r.id FROM releases r WHERE r.workflow_id = :workflowId AND r.live_on <= :on
        AND ${isForAll('r.change_number')}
      ORDER BY r.live_on DESC, r.number DESC LIMIT 1)`)
  const insert = db.prepare<[NewRelease]>(`
    INSERT INTO releases (workflow_id, number, live_on, approved_by, approved_by_id, change_number)
    VALUES (:workflowId, (SELECT ifnull(max(number), 0) + 1 FROM releases WHERE workflow_id = :workflowId),
      :liveOn, :approvedBy, ${personNamed(':approvedBy')}, :changeNumber)`)
  const insertPart = db.prepare('INSERT INTO release_versions (release_id, version_id) VALUES (?, ?)')

  return {
    list: (workflowId: number) => list.all(workflowId),
    find: (workflowId: number, number: number) => byNumber.get(workflowId, number),
    /** What everyone ran on a day. */
    at: (workflowId: number, on: string) => at.get({ workflowId, on }),
    modelText: (releaseId: number): string | undefined => modelText.get(releaseId),
    parts: (id: number): PartRow[] => parts.all(id),
    /** Ids of the versions live on a day: prompt, model, and the sections the prompt draws on. */
    partsOn: (workflowId: number, on: string, changeNumber: number): number[] =>
      partsOn.all({ workflowId, on, changeNumber }).flatMap(({ id }) => id ?? []),
    /** Later days on which a part of the workflow, or any section, went live or moved to another stage. */
    daysAfter: (workflowId: number, on: string) => daysAfter.all({ workflowId, on }).map(({ day }) => day),
    /** Whether what everyone ran on a day has a wording of the change in it. */
    isLive: (workflowId: number, on: string, changeNumber: number) =>
      live.get({ workflowId, on, changeNumber }) !== undefined,
    insert(release: NewRelease, versionIds: readonly number[]): number {
      const id = Number(insert.run(release).lastInsertRowid)
      for (const versionId of versionIds) insertPart.run(id, versionId)
      return id
    },
  }
}

function createStageRows(db: Db) {
  const stages = db.prepare<ChangePlace, Stage>(`
    SELECT s.stage, s.team, s.until, s.since FROM release_stages s
    WHERE s.workflow_id = :workflowId AND s.change_number = :changeNumber AND s.since <= :on
    ORDER BY s.since, s.id`)
  const ofWorkflow = db.prepare<[number], Stage & { changeNumber: number }>(`
    SELECT change_number AS changeNumber, stage, team, until, since FROM release_stages
    WHERE workflow_id = ? ORDER BY since, id`)
  const pilots = db.prepare<Place, ReleaseRow>(`
    SELECT r.* FROM releases r JOIN release_stages p ON p.id = ${stageOn('s.id', 'r.change_number')}
    WHERE r.workflow_id = :workflowId AND r.live_on <= :on
      AND p.stage = 'pilot' AND (p.until IS NULL OR p.until >= :on)
      AND NOT EXISTS (SELECT 1 FROM releases n WHERE n.workflow_id = r.workflow_id AND n.live_on <= :on
        AND n.change_number = r.change_number AND (n.live_on, n.number) > (r.live_on, r.number))
    ORDER BY r.live_on DESC, r.number DESC`)
  const pilotsWithEnd = db.prepare<{ on: string }, PilotRow>(`
    SELECT p.workflow_id, p.change_number, p.until FROM release_stages p
    WHERE p.stage = 'pilot' AND p.until IS NOT NULL
      AND p.id = ${stageOn('s.id', 'p.change_number', 'p.workflow_id')}
    ORDER BY p.until, p.id`)
  const insert = db.prepare(`
    INSERT INTO release_stages (workflow_id, change_number, stage, since, team, until, recorded_at)
    VALUES (:workflowId, :changeNumber, :stage, :since, :team, :until, :recordedAt)`)

  return {
    /** What a change came to in a workflow up to a day, earliest first. */
    stages: (workflowId: number, changeNumber: number, on: string) =>
      stages.all({ workflowId, changeNumber, on }),
    /** The same of every change that has stages. */
    stagesOfWorkflow: (workflowId: number): Map<number, Stage[]> =>
      Map.groupBy(ofWorkflow.all(workflowId), ({ changeNumber }) => changeNumber),
    /** The newest release of each pilot that a team ran on a day. */
    pilots: (workflowId: number, on: string) => pilots.all({ workflowId, on }),
    /** Every pilot with an end that is still one on a day, the first to end first. */
    pilotsWithEnd: (on: string) => pilotsWithEnd.all({ on }),
    insertStage(workflowId: number, changeNumber: number, since: string, to: RollOut, recordedAt: string) {
      insert.run({ ...to, workflowId, changeNumber, since, recordedAt })
    },
  }
}
