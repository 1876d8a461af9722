import type { Draft } from '../../../parts/saving/draft.ts'

type Entry = {
  readonly itemId: number
  readonly draft: Pick<Draft<string>, 'flush' | 'isWaiting'>
  /** What is wrong with the field as typed, when it cannot be stored. */
  readonly problem: () => string | null
}

/** Every text field on screen that may hold words not stored yet. */
export function createDraftBook() {
  const entries = new Set<Entry>()
  return {
    /** Takes a field in; the returned function stores what waits and lets it go. */
    add(entry: Entry) {
      entries.add(entry)
      return () => {
        entry.draft.flush()
        entries.delete(entry)
      }
    },
    flush() {
      for (const { draft } of entries) draft.flush()
    },
    isWaiting: (itemId: number) =>
      [...entries].some((entry) => entry.itemId === itemId && entry.draft.isWaiting()),
    /** What is wrong with the first field that cannot be stored as typed; null where all can. */
    problem(): string | null {
      for (const entry of entries) {
        const problem = entry.problem()
        if (problem !== null) return problem
      }
      return null
    },
  }
}

export type DraftBook = ReturnType<typeof createDraftBook>
