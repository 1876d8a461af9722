import type { ItemPatch, Mark, ReviewItem, Saved } from '../../../../shared/contract/reviews.ts'

/** A choice that is on screen but not yet known to be stored. */
export type PendingPatch = { readonly itemId: number; readonly patch: ItemPatch }

export type SaveState = {
  readonly pending: readonly PendingPatch[]
  /** Each output as the last save of this sitting left it. */
  readonly stored: ReadonlyMap<number, ReviewItem>
  /** The last save that was stored, as an instant. */
  readonly savedAt: string | null
  /** Why the oldest pending choice could not be stored; null while saving works. */
  readonly failure: unknown
  /** What was refused, as when another window had changed the same output, and why. */
  readonly refused: (PendingPatch & { readonly error: unknown }) | null
}

type Options = {
  readonly save: (input: { itemId: number; rev: number; patch: ItemPatch }) => Promise<Saved>
  readonly onSaved: (saved: Saved) => void
  readonly onRefused: () => void
  /** True for an answer that trying again would not change. */
  readonly isRefusal: (error: unknown) => boolean
}

/** One patch that says what both say, the later one where they differ. */
export function mergePatches(first: ItemPatch, second: ItemPatch): ItemPatch {
  const marks = new Map<number, Mark>()
  for (const mark of [...(first.marks ?? []), ...(second.marks ?? [])]) marks.set(mark.standardId, mark)
  return { ...first, ...second, ...(marks.size > 0 ? { marks: [...marks.values()] } : {}) }
}

/**
 * Stores choices one after the other, in the order they were made. A choice that fails stays pending and stops
 * the ones behind it until `retry` or the next choice; one that is refused is handed back in `refused` with everything said of that output since.
 */
export function createSaveQueue({ save, onSaved, onRefused, isRefusal }: Options) {
  let state: SaveState = { pending: [], stored: new Map(), savedAt: null, failure: null, refused: null }
  let isRunning = false
  let running = Promise.resolve()
  const revs = new Map<number, number>()
  const listeners = new Set<() => void>()

  const set = (next: Partial<SaveState>) => {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }

  /** False when it failed, so that nothing overtakes it. */
  async function storeFirst({ itemId, patch }: PendingPatch): Promise<boolean> {
    try {
      const saved = await save({ itemId, rev: revs.get(itemId) ?? 0, patch })
      revs.set(itemId, saved.item.rev)
      onSaved(saved)
      const stored = new Map(state.stored).set(itemId, saved.item)
      set({ pending: state.pending.slice(1), stored, savedAt: saved.savedAt })
      return true
    } catch (error) {
      if (!isRefusal(error)) {
        set({ failure: error })
        return false
      }
      const refused = state.pending.filter((waiting) => waiting.itemId === itemId)
      set({
        pending: state.pending.filter((waiting) => waiting.itemId !== itemId),
        refused: { itemId, error, patch: refused.map((waiting) => waiting.patch).reduce(mergePatches) },
      })
      onRefused()
      return true
    }
  }

  async function storeAll() {
    isRunning = true
    let goesOn = true
    for (let first = state.pending[0]; first && goesOn; first = state.pending[0]) {
      goesOn = await storeFirst(first)
    }
    isRunning = false
  }

  const run = () => {
    if (state.failure !== null) set({ failure: null })
    if (!isRunning) running = storeAll()
    return running
  }

  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    getState: () => state,
    /** Takes over the stored revision, unless a choice made on an earlier one is still on its way. */
    know(itemId: number, rev: number) {
      const isWaiting = state.pending.some((waiting) => waiting.itemId === itemId)
      if (!isWaiting && rev > (revs.get(itemId) ?? 0)) revs.set(itemId, rev)
    },
    revOf: (itemId: number) => revs.get(itemId) ?? 0,
    push(itemId: number, patch: ItemPatch) {
      set({ pending: [...state.pending, { itemId, patch }] })
      void run()
    },
    retry: () => void run(),
    dismissRefused: () => set({ refused: null }),
    /** Resolves when nothing waits any more: true when all is stored. */
    async settle(): Promise<boolean> {
      while (state.pending.length > 0 && state.failure === null) await run()
      return state.pending.length === 0
    },
  }
}

export type SaveQueue = ReturnType<typeof createSaveQueue>
