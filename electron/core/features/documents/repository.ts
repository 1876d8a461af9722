import type {
  Document,
  DocumentKind,
  Draft,
  LiveCheck,
  Version,
} from '../../../../shared/contract/documents.ts'
import type { Db } from '../../db/open.ts'
import { nameOfToday, personNamed, tieToPeople } from '../../db/people-sql.ts'
import {
  type CheckRow,
  type DocumentRow,
  type DraftRow,
  toCheck,
  toDocument,
  toDraft,
  toVersion,
  type VerificationRow,
  type VersionRow,
  type Wording,
} from './rows.ts'

const selectVersion = `
SELECT v.*, (
  SELECT json_group_array(s.section_id ORDER BY s.section_id) FROM version_sections s WHERE s.version_id = v.id
) AS section_ids, (
  SELECT json_group_array(json_object('workflowId', w.id, 'workflowName', w.name, 'stage', t.stage,
    'team', t.team, 'until', t.until, 'since', t.since) ORDER BY t.since, t.id)
  FROM workflows w JOIN release_stages t ON t.workflow_id = w.id AND t.change_number = v.change_number
) AS stages
FROM versions v`

const selectDocument = `
SELECT d.*, ${nameOfToday('d.verifier_id', 'd.verifier')} AS verifier, (
  SELECT json_object('changeNumber', p.change_number, 'onDate', x.on_date)
  FROM planned_wordings p JOIN change_days x ON x.id = (
    SELECT max(id) FROM change_days WHERE change_number = p.change_number)
  WHERE p.document_id = d.id AND x.state = 'planned' ORDER BY p.change_number LIMIT 1
) AS planned
FROM documents d`

export type NewDocument = { kind: DocumentKind; workflowId: number | null; name: string }
export type NewVersion = Omit<Version, 'id' | 'stages'>
/** A published text with the name it goes by. */
export type NamedText = {
  documentId: number
  name: string
  kind: DocumentKind
  /** Whose prompt or model it is; null for a section. */
  workflow: string | null
  version: number
  isCurrent: boolean
  text: string
}

export type DocumentsRepository = ReturnType<typeof createDocumentsRepository>

export function createDocumentsRepository(db: Db) {
  return { ...createDocumentRows(db), ...createVersionRows(db), ...createWorkRows(db), ...createPlanRows(db) }
}

/** Documents themselves, each with its newest version, draft and verification. */
function createDocumentRows(db: Db) {
  const byId = db.prepare<[number], DocumentRow>(`${selectDocument} WHERE id = ?`)
  const ofWorkflow = db.prepare<[number | null], DocumentRow>(`
    ${selectDocument} WHERE workflow_id IS ? ORDER BY kind = 'model', position, id`)
  const idOfName = db.prepare<[NewDocument], { id: number }>(`
    SELECT id FROM documents
    WHERE ifnull(workflow_id, 0) = ifnull(:workflowId, 0) AND kind = :kind AND name = :name COLLATE NOCASE`)
  const insert = db.prepare(`
    INSERT INTO documents (kind, workflow_id, name, position, created_at)
    VALUES (:kind, :workflowId, :name,
      (SELECT ifnull(max(position), 0) + 1 FROM documents WHERE workflow_id IS :workflowId), :createdAt)`)
  const update = db.prepare(
    `UPDATE documents SET name = :name, verifier = :verifier, verifier_id = ${personNamed(':verifier')},
      interval_days = :intervalDays WHERE id = :id`,
  )
  // Issues that named a section before it was here.
  const takeUp = db.prepare(`
    UPDATE marks SET section_id = d.id FROM documents d
    WHERE d.id = ? AND d.kind = 'section'
      AND marks.section IS NOT NULL AND marks.section_id IS NULL AND marks.section = d.name COLLATE NOCASE`)
  const place = db.prepare('UPDATE documents SET position = ? WHERE id = ?')
  const current = db.prepare<[number], VersionRow>(
    `${selectVersion} WHERE v.document_id = ? ORDER BY v.number DESC LIMIT 1`,
  )
  const draft = db.prepare<[number], DraftRow>('SELECT * FROM drafts WHERE document_id = ?')
  const verified = db.prepare<[number], VerificationRow>(
    'SELECT verified_on, verified_by FROM verifications WHERE document_id = ? ORDER BY id DESC LIMIT 1',
  )

  const whole = (row: DocumentRow): Document => {
    const [version, open] = [current.get(row.id), draft.get(row.id)]
    return toDocument(
      row,
      version ? toVersion(version) : null,
      open ? toDraft(open) : null,
      verified.get(row.id),
    )
  }

  return {
    verifiers: tieToPeople(db, { table: 'documents', said: 'verifier', key: 'verifier_id' }),
    get(id: number): Document | undefined {
      const row = byId.get(id)
      return row && whole(row)
    },
    /** The Foundation's sections for null, otherwise a workflow's prompt and model, in their order. */
    list: (workflowId: number | null): Document[] => ofWorkflow.all(workflowId).map(whole),
    idOfName: (document: NewDocument) => idOfName.get(document)?.id,
    insert(document: NewDocument, createdAt: string): number {
      const id = Number(insert.run({ ...document, createdAt }).lastInsertRowid)
      takeUp.run(id)
      return id
    },
    update(id: number, fields: Pick<Document, 'name' | 'verifier' | 'intervalDays'>): void {
      update.run({ ...fields, id })
      takeUp.run(id)
    },
    place: (id: number, position: number) => {
      place.run(position, id)
    },
  }
}

/** Published wordings: written once and only read afterwards. */
function createVersionRows(db: Db) {
  const byId = db.prepare<[number], VersionRow>(`${selectVersion} WHERE v.id = ?`)
  const ofDocument = db.prepare<[number], VersionRow>(
    `${selectVersion} WHERE v.document_id = ? ORDER BY v.number DESC`,
  )
  const insert = db.prepare(`
    INSERT INTO versions (document_id, number, text, live_on, published_at, approved_by, approved_by_id, why,
      change_number, restored_from)
    VALUES (:documentId, :number, :text, :liveOn, :publishedAt, :approvedBy, ${personNamed(':approvedBy')}, :why, :changeNumber, :restoredFrom)`)
  const link = db.prepare('INSERT INTO version_sections (version_id, section_id) VALUES (?, ?)')
  const notSections = db.prepare<[string], { value: number }>(
    "SELECT value FROM json_each(?) WHERE value NOT IN (SELECT id FROM documents WHERE kind = 'section')",
  )
  const drawingOn = db.prepare<{ sectionId: number; since: string }, { id: number }>(`
    SELECT DISTINCT w.id
    FROM version_sections s
    JOIN versions v ON v.id = s.version_id
    JOIN documents d ON d.id = v.document_id
    JOIN workflows w ON w.id = d.workflow_id AND w.stage <> 'retired'
    WHERE s.section_id = :sectionId AND NOT EXISTS (
      SELECT 1 FROM versions later
      WHERE later.document_id = v.document_id AND later.number > v.number AND later.live_on <= :since
        -- A later wording that was tried out first has not taken the earlier one's place everywhere.
        AND NOT EXISTS (SELECT 1 FROM release_stages t
          WHERE t.workflow_id = d.workflow_id AND t.change_number = later.change_number))
    ORDER BY w.id`)
  const sectionsPublished = db.prepare<[string, string], { found: number }>(`
    SELECT 1 AS found FROM versions v JOIN documents d ON d.id = v.document_id
    WHERE d.kind = 'section' AND v.live_on >= ? AND v.live_on < ? LIMIT 1`)
  const texts = db.prepare<[], Omit<NamedText, 'isCurrent'> & { isCurrent: 0 | 1 }>(`
    SELECT d.id AS documentId, d.name, d.kind, w.name AS workflow, v.number AS version, v.text,
      v.number = (SELECT max(n.number) FROM versions n WHERE n.document_id = d.id) AS isCurrent
    FROM versions v JOIN documents d ON d.id = v.document_id LEFT JOIN workflows w ON w.id = d.workflow_id
    ORDER BY isCurrent DESC, d.kind <> 'section', d.workflow_id, d.position, d.id, v.number DESC`)

  return {
    version(id: number): Version | undefined {
      const row = byId.get(id)
      return row && toVersion(row)
    },
    /** Newest first. */
    versions: (documentId: number): Version[] => ofDocument.all(documentId).map(toVersion),
    insertVersion({ sectionIds, ...version }: NewVersion): number {
      const id = Number(insert.run(version).lastInsertRowid)
      for (const sectionId of sectionIds) link.run(id, sectionId)
      return id
    },
    areSections: (ids: readonly number[]) => notSections.get(JSON.stringify(ids)) === undefined,
    /** Workflows, not retired, whose prompt draws on a section on `since` or at any time after it. */
    drawingOn: (sectionId: number, since: string): number[] =>
      drawingOn.all({ sectionId, since }).map(({ id }) => id),
    /** Whether any Foundation section went live from `from` up to the day before `until`. */
    hasSectionsLive: (from: string, until: string) => sectionsPublished.get(from, until) !== undefined,
    /** Every published text, current ones first; read row by row. */
    *texts(): Iterable<NamedText> {
      for (const row of texts.iterate()) yield { ...row, isCurrent: row.isCurrent === 1 }
    },
  }
}

/** Wordings whose day is ahead, by the change that plans them. */
function createPlanRows(db: Db) {
  const insert = db.prepare(
    'INSERT INTO planned_wordings (change_number, document_id, text, section_ids) VALUES (?, ?, ?, ?)',
  )
  const find = db.prepare<[number], { documentId: number; text: string; sectionIds: string }>(`
    SELECT document_id AS documentId, text, section_ids AS sectionIds FROM planned_wordings WHERE change_number = ?`)
  return {
    plan: (changeNumber: number, documentId: number, { text, sectionIds }: Wording) => {
      insert.run(changeNumber, documentId, text, JSON.stringify(sectionIds))
    },
    plannedBy(changeNumber: number): (Wording & { documentId: number }) | null {
      const row = find.get(changeNumber)
      return row ? { ...row, sectionIds: JSON.parse(row.sectionIds) as number[] } : null
    },
  }
}

/** What is done with a document between two versions: drafts, verifications, live checks. */
function createWorkRows(db: Db) {
  const saveDraft = db.prepare(`
    INSERT INTO drafts (document_id, text, section_ids, rev, saved_at)
    VALUES (:documentId, :text, :sectionIds, :rev, :savedAt)
    ON CONFLICT (document_id) DO UPDATE SET
      text = excluded.text, section_ids = excluded.section_ids, rev = excluded.rev, saved_at = excluded.saved_at`)
  const removeDraft = db.prepare('DELETE FROM drafts WHERE document_id = ?')
  const verify = db.prepare(
    `INSERT INTO verifications (document_id, version_id, verified_on, verified_by, verified_by_id)
    VALUES (:documentId, :versionId, :on, :by, ${personNamed(':by')})`,
  )
  const checks = db.prepare<[number], CheckRow>(`
    SELECT c.*, v.number AS version_number FROM live_checks c JOIN versions v ON v.id = c.version_id
    WHERE c.document_id = ? ORDER BY c.id DESC`)
  const insertCheck = db.prepare(`
    INSERT INTO live_checks (document_id, version_id, checked_at, is_same, pasted) VALUES (?, ?, ?, ?, ?)`)

  return {
    saveDraft(documentId: number, { text, sectionIds, rev, savedAt }: Draft) {
      saveDraft.run({ documentId, text, sectionIds: JSON.stringify(sectionIds), rev, savedAt })
    },
    removeDraft: (documentId: number) => {
      removeDraft.run(documentId)
    },
    insertVerification: (documentId: number, versionId: number, on: string, by: string): void => {
      verify.run({ documentId, versionId, on, by })
    },
    /** Newest first. */
    checks: (documentId: number): LiveCheck[] => checks.all(documentId).map(toCheck),
    insertCheck: (check: LiveCheck, versionId: number): number =>
      Number(
        insertCheck.run(check.documentId, versionId, check.checkedAt, check.isSame ? 1 : 0, check.pasted)
          .lastInsertRowid,
      ),
  }
}
