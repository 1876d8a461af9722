import { hash } from 'node:crypto'
import type { Document, Draft, Version } from '../../../../shared/contract/documents.ts'

const shaOf = (text: string) => hash('sha256', text)

/** A wording as the log keeps it: its fingerprint in place of its text, which stands in its version. */
export function evidenceOf<T extends { text: string }>({ text, ...rest }: T) {
  return { ...rest, characters: text.length, textSha: shaOf(text) }
}

/** A version as the log keeps it; its stages are logged one by one. */
export function versionEvidence({ stages: _stages, ...version }: Version) {
  return evidenceOf(version)
}

/** A document as the log keeps it. */
export function documentEvidence({ current, draft, ...rest }: Document) {
  return { ...rest, version: current?.number ?? null, draft: draftEvidence(draft) }
}

/** A draft as the log keeps it: autosave would otherwise fill it with texts. */
export function draftEvidence(draft: Draft | null) {
  if (!draft) return null
  const { rev: _rev, ...rest } = draft
  return evidenceOf(rest)
}
