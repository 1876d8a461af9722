import type { Draft } from '../../../shared/contract/documents.ts'
import { createDraft } from '../reviews/draft.ts'

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

type Options = {
  readonly draft: Draft | null
  readonly save: (wording: Wording, rev: number | null) => Promise<Draft>
  readonly isConflict: (error: unknown) => boolean
}

/** Stores a draft while it is typed, one save after the other, each on the revision of the one before. */
export function createDraftSaver({ draft, save, isConflict }: Options) {
  let state: DraftSaving = { savedAt: draft?.savedAt ?? null, failure: null, isConflict: false }
  let rev = draft?.rev ?? null
  let waiting: Wording | null = null
  let running: Promise<void> | null = null
  const listeners = new Set<() => void>()

  const set = (next: Partial<DraftSaving>) => {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }

  async function storeAll() {
    while (waiting !== null) {
      const wording: Wording = waiting
      waiting = null
      try {
        const saved = await save(wording, rev)
        rev = saved.rev
        set({ savedAt: saved.savedAt, failure: null })
      } catch (failure) {
        waiting ??= wording
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

  const typing = createDraft<Wording>((wording) => {
    waiting = wording
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
    adopt(stored: Draft | null): boolean {
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
    drop(stored: Draft | null) {
      typing.flush()
      waiting = null
      rev = stored?.rev ?? null
      set({ savedAt: stored?.savedAt ?? null, failure: null, isConflict: false })
    },
  }
}

export type DraftSaver = ReturnType<typeof createDraftSaver>
