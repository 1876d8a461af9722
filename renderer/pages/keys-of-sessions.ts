import { keyGroups } from '../features/reviews/session/shortcuts.ts'
import type { KeyGroup } from '../ui/keys/KeyHelp.tsx'

/** The keys of the session that is held every month, to be looked up before it. */
export const keysOfSessions: readonly KeyGroup[] = keyGroups.slice(0, 2)
