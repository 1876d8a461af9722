import type { Standard, StandardInput, StandardsVersion } from '../../../../shared/contract/workflows.ts'
import type { Db } from '../../db/open.ts'

type VersionRow = { id: number; workflow_id: number; version: number; created_at: string }
type StandardRow = { id: number; name: string; description: string; is_must_pass: 0 | 1 }

const toStandard = (row: StandardRow): Standard => ({
  id: row.id,
  name: row.name,
  description: row.description,
  isMustPass: row.is_must_pass === 1,
})

export function createStandardsRepository(db: Db) {
  const versions = db.prepare<[number], VersionRow>(
    'SELECT * FROM standards_versions WHERE workflow_id = ? ORDER BY version DESC',
  )
  const inForce = db.prepare<[{ workflowId: number; at: string | null }], VersionRow>(`
    SELECT * FROM standards_versions WHERE workflow_id = :workflowId AND (:at IS NULL OR created_at <= :at)
    ORDER BY version DESC LIMIT 1`)
  const byId = db.prepare<[number], VersionRow>('SELECT * FROM standards_versions WHERE id = ?')
  const standards = db.prepare<[number], StandardRow>(
    'SELECT * FROM standards WHERE standards_version_id = ? ORDER BY position',
  )
  const standard = db.prepare<[number], StandardRow>('SELECT * FROM standards WHERE id = ?')
  const workflow = db.prepare<[number], { name: string; isReviewed: 0 | 1 }>(`
    SELECT w.name, EXISTS (SELECT 1 FROM reviews r WHERE r.workflow_id = w.id) AS isReviewed
    FROM workflows w WHERE w.id = ?`)
  const insertVersion = db.prepare(
    'INSERT INTO standards_versions (workflow_id, version, created_at) VALUES (:workflowId, :version, :createdAt)',
  )
  const insertStandard = db.prepare(`
    INSERT INTO standards (standards_version_id, position, name, description, is_must_pass)
    VALUES (:versionId, :position, :name, :description, :isMustPass)`)

  const toVersion = (row: VersionRow): StandardsVersion => ({
    id: row.id,
    workflowId: row.workflow_id,
    version: row.version,
    createdAt: row.created_at,
    standards: standards.all(row.id).map(toStandard),
  })

  return {
    /** Those of today, or as they were at an instant. */
    current(workflowId: number, at: string | null = null): StandardsVersion | undefined {
      const row = inForce.get({ workflowId, at })
      return row && toVersion(row)
    },
    standard(id: number): Standard | undefined {
      const row = standard.get(id)
      return row && toStandard(row)
    },
    version(id: number): StandardsVersion | undefined {
      const row = byId.get(id)
      return row && toVersion(row)
    },
    versions: (workflowId: number): StandardsVersion[] => versions.all(workflowId).map(toVersion),
    /** Whose standards they are, and whether outputs were marked by them. */
    workflow: (id: number) => workflow.get(id),
    insert(workflowId: number, version: number, createdAt: string, list: readonly StandardInput[]): number {
      const versionId = Number(insertVersion.run({ workflowId, version, createdAt }).lastInsertRowid)
      list.forEach((standard, index) => {
        insertStandard.run({
          versionId,
          position: index + 1,
          name: standard.name,
          description: standard.description,
          isMustPass: standard.isMustPass ? 1 : 0,
        })
      })
      return versionId
    },
  }
}
