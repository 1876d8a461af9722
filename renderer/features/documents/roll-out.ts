import type { RollOut } from '../../../shared/contract/documents.ts'

/** How far a wording goes where nobody says otherwise. */
export const forEveryone: RollOut = { stage: 'production', team: '', until: null }
