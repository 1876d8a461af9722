import type { Change, ChangeKind } from '../../../../shared/contract/changes.ts'
import type { DocumentKind } from '../../../../shared/contract/documents.ts'
import type { Measure } from '../../../../shared/contract/workflows.ts'
import type { Day } from '../../../../shared/domain/time/dates.ts'
import type { Db } from '../../db/open.ts'
import { personNamed } from '../../db/people-sql.ts'

/** What was last said of a change dated ahead. */
export type DayState = 'planned' | 'live' | 'called_off'

type ChangeRow = {
  number: number
  on_date: string
  kind: ChangeKind
  what: string
  from_text: string
  to_text: string
  why: string
  decided_by: string
  approved_by: string
  reverts: number | null
  reverted_by: number | null
  document_id: number | null
  is_automatic: 0 | 1
  is_starting_point: 0 | 1
  plan: DayState | null
  measure_from: Measure | null
  measure_to: Measure | null
  recorded_at: string
  workflows: string
}

const toChange = (row: ChangeRow): Change => {
  const workflows = JSON.parse(row.workflows) as { id: number; name: string }[]
  return {
    number: row.number,
    onDate: row.on_date,
    workflowIds: workflows.map(({ id }) => id),
    workflowNames: workflows.map(({ name }) => name),
    kind: row.kind,
    what: row.what,
    from: row.from_text,
    to: row.to_text,
    why: row.why,
    decidedBy: row.decided_by,
    approvedBy: row.approved_by,
    reverts: row.reverts,
    revertedBy: row.reverted_by,
    documentId: row.document_id,
    isAutomatic: row.is_automatic === 1,
    isMeasureChange: row.measure_from !== row.measure_to,
    isStartingPoint: row.is_starting_point === 1,
    plan: row.plan === 'live' ? null : row.plan,
    recordedAt: row.recorded_at,
  }
}

const lastDayOf = (change: string, column: string) =>
  `(SELECT d.${column} FROM change_days d WHERE d.change_number = ${change}.number ORDER BY d.id DESC LIMIT 1)`
/** A going back that is only planned, or was called off, has taken nothing back. */
const revertedBy = `(SELECT min(r.number) FROM changes r
  WHERE r.reverts = c.number AND ifnull(${lastDayOf('r', 'state')}, 'live') = 'live')`

const lastDay = (column: string) => lastDayOf('c', column)
/** The day a change went live or is planned for, as it was last said. */
const onDate = `ifnull(${lastDay('on_date')}, c.on_date)`

/**
 * The wording a change began with: of one that was planned, the one its own took the place of, or would today.
 * Others may have come in force since it was written down.
 */
const fromText = `ifnull((
  SELECT earlier.text FROM planned_wordings p JOIN versions earlier ON earlier.document_id = p.document_id
  WHERE p.change_number = c.number AND earlier.text <> p.text AND ${lastDay('state')} <> 'called_off'
    AND earlier.number = ifnull(
      (SELECT v.number - 1 FROM versions v WHERE v.document_id = p.document_id AND v.change_number = c.number),
      (SELECT max(v.number) FROM versions v WHERE v.document_id = p.document_id))
), c.from_text)`

const select = (columns: string) => `
SELECT ${columns}, ${onDate} AS on_date, ${lastDay('state')} AS plan, ${revertedBy} AS reverted_by, (
  SELECT json_group_array(json_object('id', w.id, 'name', w.name) ORDER BY w.name)
  FROM change_workflows cw JOIN workflows w ON w.id = cw.workflow_id
  WHERE cw.change_number = c.number
) AS workflows
FROM changes c`
const ownColumns =
  'c.number, c.kind, c.what, c.why, c.decided_by, c.approved_by, c.reverts, c.document_id, c.is_automatic, c.is_starting_point, c.measure_from, c.measure_to, c.recorded_at'
const selectChange = select(`${ownColumns}, ${fromText} AS from_text, c.to_text`)

// A page of wordings can be as long as a book: a list holds their beginnings.
const shortened = 500
const selectLine = select(`${ownColumns}, substr(${fromText}, 1, ${shortened}) AS from_text,
  substr(c.to_text, 1, ${shortened}) AS to_text`)

const matches = `
WHERE (:workflowId IS NULL OR c.number IN (SELECT change_number FROM change_workflows WHERE workflow_id = :workflowId))
  AND (:kind IS NULL OR c.kind = :kind)
  AND (:search = '' OR instr(lower(c.what || ' ' || c.why || ' ' || c.from_text || ' ' || c.to_text || ' '
    || c.decided_by || ' ' || c.approved_by), lower(:search)) > 0)`

/** How a workflow was measured before and after a note of Evenkeel's own. */
export type MeasureMove = { from: Measure; to: Measure }

/** A change of one workflow without its wordings, as far as its effect and its dates depend on it. */
export type TimedChange = {
  number: number
  onDate: Day
  what: string
  plan: Change['plan']
  isAutomatic: boolean
  isMeasureChange: boolean
  isStartingPoint: boolean
  reverts: number | null
  recordedBefore: number | null
  recordedAfter: number | null
  keptOn: Day | null
}
type TimedRow = Omit<TimedChange, 'plan' | 'isAutomatic' | 'isMeasureChange' | 'isStartingPoint'> & {
  plan: DayState | null
  isAutomatic: 0 | 1
  isMeasureChange: 0 | 1
  isStartingPoint: 0 | 1
}

/** When each step in the live tool was done; null until then. */
export type ChangeFilter = { workflowId: number | null; kind: ChangeKind | null; search: string }
export type ChangeEntry = Omit<
  Change,
  'number' | 'workflowNames' | 'revertedBy' | 'isMeasureChange' | 'isStartingPoint' | 'plan'
> & {
  isStartingPoint?: boolean
  /** Dated ahead: nothing counts it as live until the owner says so. */
  isPlanned?: boolean
  /** Only where it is about the measure. */
  measures?: MeasureMove
}
/** Figures typed by hand, as fractions. */
export type RecordedFigures = { before: number | null; after: number | null }

/** What is said of an entry after it was written, and what its effect depends on. */
function createEntryFacts(db: Db) {
  const timed = db.prepare<[number], TimedRow>(`
    SELECT c.number, ${onDate} AS onDate, ${lastDay('state')} AS plan, c.what, c.is_automatic AS isAutomatic,
      c.reverts, c.measure_from IS NOT c.measure_to AS isMeasureChange, c.is_starting_point AS isStartingPoint,
      cw.recorded_before AS recordedBefore, cw.recorded_after AS recordedAfter,
      (SELECT k.kept_on FROM kept_effects k
       WHERE k.change_number = c.number AND k.workflow_id = cw.workflow_id) AS keptOn
    FROM change_workflows cw JOIN changes c ON c.number = cw.change_number
    WHERE cw.workflow_id = ? ORDER BY onDate, c.number`)
  const insertDay = db.prepare(
    'INSERT INTO change_days (change_number, on_date, state, said_at) VALUES (?, ?, ?, ?)',
  )
  const keepEffect = db.prepare(
    'INSERT INTO kept_effects (change_number, workflow_id, kept_on) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  )
  const openEffect = db.prepare('DELETE FROM kept_effects WHERE change_number = ? AND workflow_id = ?')
  const kept = db.prepare<[{ ids: string; kind: DocumentKind }], { name: string; workflow: string | null }>(`
    SELECT d.name, w.name AS workflow FROM documents d LEFT JOIN workflows w ON w.id = d.workflow_id
    WHERE d.kind = :kind AND (d.workflow_id IS NULL OR d.workflow_id IN (SELECT value FROM json_each(:ids)))
      AND EXISTS (SELECT 1 FROM versions v WHERE v.document_id = d.id) ORDER BY d.position, d.id LIMIT 1`)

  return {
    /** A workflow's changes without their wordings, oldest day first. */
    timed: (workflowId: number): TimedChange[] =>
      timed.all(workflowId).map((row) => ({
        ...row,
        plan: row.plan === 'live' ? null : row.plan,
        isAutomatic: row.isAutomatic === 1,
        isMeasureChange: row.isMeasureChange === 1,
        isStartingPoint: row.isStartingPoint === 1,
      })),
    /** Says when a change dated ahead is planned for, went live, or that it was called off. */
    insertDay(number: number, onDate: Day, state: DayState, saidAt: string): void {
      insertDay.run(number, onDate, state, saidAt)
    },
    keepEffect(number: number, workflowId: number, on: Day): void {
      keepEffect.run(number, workflowId, on)
    },
    openEffect(number: number, workflowId: number): void {
      openEffect.run(number, workflowId)
    },
    /** A document of this kind whose wording is kept for one of the workflows, or for the company. */
    keptDocument: (ids: readonly number[], kind: DocumentKind) =>
      kept.get({ ids: JSON.stringify(ids), kind }),
  }
}

/** The entries themselves: written once and only read afterwards. */
export function createChangesRepository(db: Db) {
  const facts = createEntryFacts(db)
  const insert = db.prepare(`
    INSERT INTO changes (on_date, kind, what, from_text, to_text, why, decided_by, decided_by_id,
      approved_by, approved_by_id, reverts, document_id, is_automatic, is_starting_point, measure_from, measure_to, recorded_at)
    VALUES (:onDate, :kind, :what, :from, :to, :why, :decidedBy, ${personNamed(':decidedBy')}, :approvedBy,
      ${personNamed(':approvedBy')}, :reverts,
      :documentId, :isAutomatic, :isStartingPoint, :measureFrom, :measureTo, :recordedAt)`)
  const link = db.prepare(`
    INSERT INTO change_workflows (change_number, workflow_id, recorded_before, recorded_after)
    VALUES (?, ?, ?, ?)`)
  const joined = db.prepare<[number, number]>(
    'INSERT OR IGNORE INTO change_workflows (change_number, workflow_id) VALUES (?, ?)',
  )
  const unknownWorkflows = db.prepare<[string], { value: number }>(
    'SELECT value FROM json_each(?) WHERE value NOT IN (SELECT id FROM workflows)',
  )
  const workflows = db.prepare<[], { id: number; name: string; isActive: 0 | 1; goLiveOn: string | null }>(
    "SELECT id, name, stage <> 'retired' AS isActive, go_live_on AS goLiveOn FROM workflows ORDER BY name",
  )
  const byNumber = db.prepare<[number], ChangeRow>(`${selectChange} WHERE c.number = ?`)
  const newestOf = db.prepare<[string, number], ChangeRow>(
    `${selectLine} WHERE c.number IN (SELECT value FROM json_each(?))
    ORDER BY on_date DESC, c.number DESC LIMIT ?`,
  )
  const page = db.prepare<[ChangeFilter & { limit: number; offset: number }], ChangeRow>(
    `${selectLine} ${matches} ORDER BY on_date DESC, c.number DESC LIMIT :limit OFFSET :offset`,
  )
  const count = db.prepare<[ChangeFilter], { total: number }>(
    `SELECT count(*) AS total FROM changes c ${matches}`,
  )

  return {
    ...facts,
    insert(
      {
        workflowIds,
        isAutomatic,
        isStartingPoint = false,
        isPlanned = false,
        measures,
        ...entry
      }: ChangeEntry,
      recorded: ReadonlyMap<number, RecordedFigures>,
    ): number {
      const [measureFrom, measureTo] = [measures?.from ?? null, measures?.to ?? null]
      const row = {
        ...entry,
        isAutomatic: isAutomatic ? 1 : 0,
        isStartingPoint: isStartingPoint ? 1 : 0,
        measureFrom,
        measureTo,
      }
      const number = Number(insert.run(row).lastInsertRowid)
      for (const id of new Set(workflowIds)) {
        const { before = null, after = null } = recorded.get(id) ?? {}
        link.run(number, id, before, after)
      }
      if (isPlanned) facts.insertDay(number, entry.onDate, 'planned', entry.recordedAt)
      return number
    },
    /** Workflows that a planned change acts on only since it was written down. */
    join: (number: number, workflowIds: readonly number[]) => {
      for (const id of workflowIds) joined.run(number, id)
    },
    knowsWorkflows: (ids: readonly number[]) => unknownWorkflows.get(JSON.stringify(ids)) === undefined,
    workflows: () => workflows.all(),
    get(number: number): Change | undefined {
      const row = byNumber.get(number)
      return row && toChange(row)
    },
    /** The newest of these, oldest day first, with the beginnings of their wordings, like `page`. */
    newestOf: (numbers: readonly number[], limit: number): Change[] =>
      newestOf.all(JSON.stringify(numbers), limit).map(toChange).reverse(),
    page(filter: ChangeFilter, offset: number, limit: number): { rows: Change[]; total: number } {
      return {
        rows: page.all({ ...filter, offset, limit }).map(toChange),
        total: count.get(filter)?.total ?? 0,
      }
    },
    *all(): Iterable<Change> {
      const everything = db.prepare<[], ChangeRow>(`${selectChange} ORDER BY c.number`)
      for (const row of everything.iterate()) yield toChange(row)
    },
  }
}

export type ChangesRepository = ReturnType<typeof createChangesRepository>
