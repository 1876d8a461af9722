import type {
  DataClass,
  Dependency,
  DependencyFields,
  Incident,
  IncidentFields,
  RegisterFields,
} from '../../../../shared/contract/register.ts'
import type { Db } from '../../db/open.ts'
import { nameOfToday, personNamed, tieToPeople } from '../../db/people-sql.ts'

export type StoredEntry = RegisterFields & { workflowId: number; reviewedOn: string | null; rev: number }
export type StoredDependency = Dependency & { workflowId: number }
export type StoredIncident = Incident & { workflowId: number }

type EntryRow = {
  workflow_id: number
  deputy: string
  data_class: DataClass | null
  decides: string
  decides_from: string
  oversight: string
  who_is_told: string
  when_it_fails: string
  next_review_on: string | null
  reviewed_on: string | null
  rev: number
}
type DependencyRow = {
  id: number
  workflow_id: number
  source: string
  system: string
  owner: string
  refreshed: string
  last_checked_on: string | null
  noticed: string
  if_it_stops: string
}
type IncidentRow = {
  id: number
  workflow_id: number
  happened_on: string
  what: string
  effect: string
  corrective_action: string
  change_number: number | null
  closed_on: string | null
  recorded_at: string
  rev: number
}

const toEntry = (row: EntryRow): StoredEntry => ({
  workflowId: row.workflow_id,
  deputy: row.deputy,
  dataClass: row.data_class,
  decides: row.decides,
  decidesFrom: row.decides_from,
  oversight: row.oversight,
  whoIsTold: row.who_is_told,
  whenItFails: row.when_it_fails,
  nextReviewOn: row.next_review_on,
  reviewedOn: row.reviewed_on,
  rev: row.rev,
})

const toDependency = (row: DependencyRow): StoredDependency => ({
  id: row.id,
  workflowId: row.workflow_id,
  source: row.source,
  system: row.system,
  owner: row.owner,
  refreshed: row.refreshed,
  lastCheckedOn: row.last_checked_on,
  noticed: row.noticed,
  ifItStops: row.if_it_stops,
})

const toIncident = (row: IncidentRow): StoredIncident => ({
  id: row.id,
  workflowId: row.workflow_id,
  happenedOn: row.happened_on,
  what: row.what,
  effect: row.effect,
  correctiveAction: row.corrective_action,
  changeNumber: row.change_number,
  closedOn: row.closed_on,
  recordedAt: row.recorded_at,
  rev: row.rev,
})

const selectEntry = `
SELECT e.*, ${nameOfToday('e.deputy_id', 'e.deputy')} AS deputy FROM register_entries e`
const selectDependency = `
SELECT x.*, ${nameOfToday('x.owner_id', 'x.owner')} AS owner FROM data_dependencies x`

export type RegisterRepository = ReturnType<typeof createRegisterRepository>

export function createRegisterRepository(db: Db) {
  const entry = db.prepare<[number], EntryRow>(`${selectEntry} WHERE e.workflow_id = ?`)
  const entriesDue = db.prepare<[string], EntryRow>(
    `${selectEntry} WHERE e.next_review_on <= ? ORDER BY e.next_review_on, e.workflow_id`,
  )
  const putEntry = db.prepare(`
    INSERT INTO register_entries (workflow_id, deputy, deputy_id, data_class, decides, decides_from, oversight,
      who_is_told, when_it_fails, next_review_on, reviewed_on)
    VALUES (:workflowId, :deputy, ${personNamed(':deputy')}, :dataClass, :decides, :decidesFrom, :oversight,
      :whoIsTold, :whenItFails, :nextReviewOn, :reviewedOn)
    ON CONFLICT (workflow_id) DO UPDATE SET deputy = :deputy, deputy_id = excluded.deputy_id, data_class = :dataClass,
      decides = :decides, decides_from = :decidesFrom, oversight = :oversight, who_is_told = :whoIsTold,
      when_it_fails = :whenItFails, next_review_on = :nextReviewOn, reviewed_on = :reviewedOn, rev = rev + 1`)
  return {
    deputies: tieToPeople(db, { table: 'register_entries', said: 'deputy', key: 'deputy_id', hasRev: true }),
    entry(workflowId: number): StoredEntry | undefined {
      const row = entry.get(workflowId)
      return row && toEntry(row)
    },
    /** Entries whose next review is on or before a day, soonest first. */
    entriesDue: (until: string) => entriesDue.all(until).map(toEntry),
    /** Writes the entry, its first time too, and raises its rev. */
    putEntry: (fields: Omit<StoredEntry, 'rev'>): void => {
      putEntry.run(fields)
    },
    ...dependenciesOf(db),
    ...incidentsOf(db),
  }
}

function dependenciesOf(db: Db) {
  const ofWorkflow = db.prepare<[number], DependencyRow>(
    `${selectDependency} WHERE x.workflow_id = ? ORDER BY x.id`,
  )
  const byId = db.prepare<[number], DependencyRow>(`${selectDependency} WHERE x.id = ?`)
  const insert = db.prepare(`
    INSERT INTO data_dependencies (workflow_id, source, system, owner, owner_id, refreshed, last_checked_on, noticed,
      if_it_stops)
    VALUES (:workflowId, :source, :system, :owner, ${personNamed(':owner')}, :refreshed, :lastCheckedOn,
      :noticed, :ifItStops)`)
  const update = db.prepare(`
    UPDATE data_dependencies SET source = :source, system = :system, owner = :owner, owner_id = ${personNamed(':owner')},
      refreshed = :refreshed,
      last_checked_on = :lastCheckedOn, noticed = :noticed, if_it_stops = :ifItStops
    WHERE id = :id`)
  const remove = db.prepare('DELETE FROM data_dependencies WHERE id = ?')
  return {
    dependencyOwners: tieToPeople(db, { table: 'data_dependencies', said: 'owner', key: 'owner_id' }),
    dependencies: (workflowId: number) => ofWorkflow.all(workflowId).map(toDependency),
    dependency(id: number): StoredDependency | undefined {
      const row = byId.get(id)
      return row && toDependency(row)
    },
    insertDependency: (workflowId: number, fields: DependencyFields): number =>
      Number(insert.run({ ...fields, workflowId }).lastInsertRowid),
    updateDependency: (id: number, fields: DependencyFields): void => {
      update.run({ ...fields, id })
    },
    removeDependency: (id: number): void => {
      remove.run(id)
    },
  }
}

function incidentsOf(db: Db) {
  const ofWorkflow = db.prepare<[number], IncidentRow>(
    'SELECT * FROM incidents WHERE workflow_id = ? ORDER BY happened_on DESC, id DESC',
  )
  const open = db.prepare<[], IncidentRow>(
    'SELECT * FROM incidents WHERE closed_on IS NULL ORDER BY happened_on, id',
  )
  const byId = db.prepare<[number], IncidentRow>('SELECT * FROM incidents WHERE id = ?')
  const change = db.prepare<[number], { number: number }>('SELECT number FROM changes WHERE number = ?')
  const insert = db.prepare(`
    INSERT INTO incidents (workflow_id, happened_on, what, effect, corrective_action, change_number, closed_on,
      recorded_at)
    VALUES (:workflowId, :happenedOn, :what, :effect, :correctiveAction, :changeNumber, :closedOn,
      :recordedAt)`)
  const update = db.prepare(`
    UPDATE incidents SET happened_on = :happenedOn, what = :what, effect = :effect,
      corrective_action = :correctiveAction, change_number = :changeNumber, closed_on = :closedOn, rev = rev + 1
    WHERE id = :id`)
  return {
    /** Newest first. */
    incidents: (workflowId: number) => ofWorkflow.all(workflowId).map(toIncident),
    /** Oldest first. */
    openIncidents: () => open.all().map(toIncident),
    incident(id: number): StoredIncident | undefined {
      const row = byId.get(id)
      return row && toIncident(row)
    },
    hasChange: (number: number): boolean => change.get(number) !== undefined,
    insertIncident: (workflowId: number, fields: IncidentFields, recordedAt: string): number =>
      Number(insert.run({ ...fields, workflowId, recordedAt }).lastInsertRowid),
    updateIncident: (id: number, fields: IncidentFields): void => {
      update.run({ ...fields, id })
    },
  }
}
