import type {
  Document,
  DocumentKind,
  Draft,
  LiveCheck,
  Version,
} from '../../../../shared/contract/documents.ts'

export type DocumentRow = {
  id: number
  kind: DocumentKind
  workflow_id: number | null
  name: string
  position: number
  verifier: string
  interval_days: number
  /** {"changeNumber": 18, "onDate": "2027-04-01"} */
  planned: string | null
}

export type VersionRow = {
  id: number
  document_id: number
  number: number
  text: string
  section_ids: string
  live_on: string
  published_at: string
  approved_by: string
  why: string
  change_number: number
  restored_from: number | null
  stages: string
}

export type DraftRow = { text: string; section_ids: string; rev: number; saved_at: string }
export type VerificationRow = { verified_on: string; verified_by: string }
export type CheckRow = {
  document_id: number
  version_number: number
  checked_at: string
  is_same: 0 | 1
  pasted: string
}

/** What a document says at one time: its text and the sections it draws on. */
export type Wording = Pick<Version, 'text' | 'sectionIds'>

const idsOf = (json: string) => JSON.parse(json) as number[]

export const toVersion = (row: VersionRow): Version => ({
  id: row.id,
  documentId: row.document_id,
  number: row.number,
  text: row.text,
  sectionIds: idsOf(row.section_ids),
  liveOn: row.live_on,
  publishedAt: row.published_at,
  approvedBy: row.approved_by,
  why: row.why,
  changeNumber: row.change_number,
  restoredFrom: row.restored_from,
  stages: JSON.parse(row.stages) as Version['stages'],
})

export const toDraft = (row: DraftRow): Draft => ({
  text: row.text,
  sectionIds: idsOf(row.section_ids),
  rev: row.rev,
  savedAt: row.saved_at,
})

export const toCheck = (row: CheckRow): LiveCheck => ({
  documentId: row.document_id,
  versionNumber: row.version_number,
  checkedAt: row.checked_at,
  isSame: row.is_same === 1,
  pasted: row.pasted,
})

export const toDocument = (
  row: DocumentRow,
  current: Version | null,
  draft: Draft | null,
  verified: VerificationRow | undefined,
): Document => ({
  id: row.id,
  kind: row.kind,
  workflowId: row.workflow_id,
  name: row.name,
  position: row.position,
  verifier: row.verifier,
  intervalDays: row.interval_days,
  lastVerifiedOn: verified?.verified_on ?? null,
  lastVerifiedBy: verified?.verified_by ?? null,
  current,
  draft,
  planned: row.planned === null ? null : (JSON.parse(row.planned) as Document['planned']),
})

const shortened = 500

/** With the beginnings of its wordings, never half a character: for a list that nobody reads from end to end. */
export const withBeginnings = ({ current, draft, ...document }: Document): Document => ({
  ...document,
  current: current && { ...current, text: beginningOf(current.text) },
  draft: draft && { ...draft, text: beginningOf(draft.text) },
})

const beginningOf = (text: string) => text.slice(0, shortened).replace(/[\uD800-\uDBFF]$/, '')

/** The same sections, each once, in one order: so that two lists can be compared. */
export const distinct = (ids: readonly number[]) => [...new Set(ids)].sort((a, b) => a - b)

export const isSame = (first: Wording, second: Wording) =>
  first.text === second.text && first.sectionIds.join() === second.sectionIds.join()
