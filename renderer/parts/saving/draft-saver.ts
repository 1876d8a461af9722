import { createDraft } from '../../session/draft.ts'

/** What a draft says: its text, and the Foundation sections a prompt draws on. */
export type Wording = { readonly text: string; readonly sectionIds: readonly number[] }

export type DraftSaving = {
  /** The last save that was stored, as an instant. */
  readonly savedAt: string | null
  /** Why what was typed last could not be stored; null while saving works. */
  readonly failure: unknown
  /** Another window was first: nothing is stored until one of the two wordings is chosen. */
  readonly isConflict: boolean
}

/** What a saver has to know of a stored draft; a window that saves first gives it another revision. */
export type Stored = { readonly rev: number; readonly savedAt: string | null }

type Options<Value> = {
  readonly draft: Stored | null
  readonly save: (value: Value, rev: number | null) => Promise<Stored>
  readonly isConflict: (error: unknown) => boolean
}

/** Stores a draft while it is typed, one save after the other, each on the revision of the one before. */
export function createDraftSaver<Value = Wording>({ draft, save, isConflict }: Options<Value>) {
  let state: DraftSaving = { savedAt: draft?.savedAt ?? null, failure: null, isConflict: false }
  let rev = draft?.rev ?? null
  let waiting: { value: Value } | null = null
  let running: Promise<void> | null = null
  const listeners = new Set<() => void>()

  const set = (next: Partial<DraftSaving>) => {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }

  async function storeAll() {
    while (waiting !== null) {
      const next: { value: Value } = waiting
      waiting = null
      try {
        const saved = await save(next.value, rev)
        rev = saved.rev
        set({ savedAt: saved.savedAt, failure: null })
      } catch (failure) {
        waiting ??= next
        set({ failure, isConflict: isConflict(failure) })
        return
      }
    }
  }

  function run(): Promise<void> {
    if (state.isConflict) return Promise.resolve()
    running ??= storeAll().finally(() => {
      running = null
    })
    return running
  }

  const typing = createDraft<Value>((value) => {
    waiting = { value }
    void run()
  })

  const isWaiting = () => typing.isWaiting() || waiting !== null || running !== null

  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    getState: () => state,
    change: typing.change,
    flush: typing.flush,
    /** Takes over the draft as stored, unless something typed is still on its way; true when it did. */
    adopt(stored: Stored | null): boolean {
      if (isWaiting() || (stored !== null && rev !== null && stored.rev < rev)) return false
      rev = stored?.rev ?? null
      set({ savedAt: stored?.savedAt ?? null })
      return true
    },
    /** Resolves when nothing waits any more: true when all is stored. */
    async settle(): Promise<boolean> {
      typing.flush()
      await run()
      return waiting === null
    },
    /** Ends a conflict: stores what was typed here over the revision that is there now. */
    async keepMine(storedRev: number | null): Promise<void> {
      typing.flush()
      rev = storedRev
      set({ isConflict: false, failure: null })
      await run()
    },
    /** Drops what was typed here, as after a conflict or when the draft is no longer wanted. */
    drop(stored: Stored | null) {
      typing.flush()
      waiting = null
      rev = stored?.rev ?? null
      set({ savedAt: stored?.savedAt ?? null, failure: null, isConflict: false })
    },
  }
}
