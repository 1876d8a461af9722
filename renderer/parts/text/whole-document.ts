import type { Document, LiveCheck, Version } from '../../../shared/contract/documents.ts'

/** A document with every version and every live check, newest first. */
export type WholeDocument = Document & { versions: readonly Version[]; checks: readonly LiveCheck[] }
