import type { Pair } from '../../../shared/contract/model-tests.ts'
import { createDraft } from '../reviews/draft.ts'
import type { Said } from './judgement.ts'

/** What could not be stored of one pair, as it was refused or because another window judged first. */
export type Refused = { readonly pairId: number; readonly error: unknown; readonly isConflict: boolean }

export type Saving = {
  /** Pairs as they stand on screen, where that is not simply what is stored. */
  readonly local: ReadonlyMap<number, Said>
  readonly isSaving: boolean
  /** The last save that was stored, as an instant. */
  readonly savedAt: string | null
  /** Why nothing can be stored at present; null while saving works. */
  readonly failure: unknown
  readonly refused: Refused | null
}

type Options<Saved extends { pair: Pair }> = {
  readonly save: (pairId: number, rev: number, said: Said) => Promise<Saved>
  readonly onSaved: (saved: Saved) => void
  readonly onConflict: (pairId: number) => void
  readonly kindOf: (error: unknown) => 'conflict' | 'refusal' | 'failure'
  readonly now: () => string
}

/**
 * Stores what is said of the pairs, one after the other, each on the revision of the one before: a choice at
 * once, typing after 400 ms. What fails stays on screen and waits for `retry` or the next choice.
 */
export function createJudgementSaver<Saved extends { pair: Pair }>(options: Options<Saved>) {
  const { save, onSaved, onConflict, kindOf, now } = options
  let state: Saving = { local: new Map(), isSaving: false, savedAt: null, failure: null, refused: null }
  let running: Promise<void> | null = null
  const waiting = new Set<number>()
  const revs = new Map<number, number>()
  const listeners = new Set<() => void>()

  const set = (next: Partial<Saving>) => {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }

  /** False when nothing can be stored at present, so that the rest waits too. */
  async function storeOne(pairId: number): Promise<boolean> {
    const said = state.local.get(pairId)
    waiting.delete(pairId)
    if (said === undefined) return true
    try {
      const saved = await save(pairId, revs.get(pairId) ?? 0, said)
      revs.set(pairId, saved.pair.rev)
      onSaved(saved)
      set({ savedAt: now(), ...(state.refused?.pairId === pairId && { refused: null }) })
      return true
    } catch (error) {
      const kind = kindOf(error)
      if (kind === 'failure') {
        waiting.add(pairId)
        set({ failure: error })
        return false
      }
      waiting.delete(pairId)
      set({ refused: { pairId, error, isConflict: kind === 'conflict' } })
      if (kind === 'conflict') onConflict(pairId)
      return true
    }
  }

  async function storeAll() {
    set({ isSaving: true, failure: null })
    let goesOn = true
    for (let next = [...waiting][0]; next !== undefined && goesOn; next = [...waiting][0]) {
      goesOn = await storeOne(next)
    }
  }

  function run(): Promise<void> {
    running ??= storeAll().finally(() => {
      running = null
      set({ isSaving: waiting.size > 0 && state.failure === null })
    })
    return running
  }

  const isInConflict = (pairId: number) =>
    state.refused?.isConflict === true && state.refused.pairId === pairId

  function store(pairId: number) {
    if (isInConflict(pairId)) return
    waiting.add(pairId)
    void run()
  }

  const typing = createDraft<number>(store)
  let typingIn: number | null = null

  function flush() {
    typing.flush()
    typingIn = null
  }

  const forget = (pairId: number) => {
    const local = new Map(state.local)
    local.delete(pairId)
    set({ local })
  }

  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    getState: () => state,
    /** Takes over the stored revision; a pair judged elsewhere shows what is stored now. */
    know({ id, rev }: Pick<Pair, 'id' | 'rev'>) {
      if ((revs.get(id) ?? -1) >= rev) return
      if (waiting.has(id) || typingIn === id || isInConflict(id)) return
      if (running !== null && state.local.has(id)) return
      revs.set(id, rev)
      if (state.local.has(id)) forget(id)
    },
    /** Puts a pair on screen as it is now; `isTyping` stores it once the typing pauses. */
    change(pairId: number, said: Said, isTyping: boolean) {
      set({ local: new Map(state.local).set(pairId, said) })
      if (typingIn !== null && typingIn !== pairId) flush()
      if (isTyping) {
        typingIn = pairId
        typing.change(pairId)
      } else {
        flush()
        store(pairId)
      }
    },
    flush,
    retry: () => void run(),
    /** Resolves when nothing waits any more: true when all is stored. */
    async settle(): Promise<boolean> {
      flush()
      while (waiting.size > 0 || running !== null) {
        await run()
        if (state.failure !== null) return false
      }
      return state.refused === null
    },
    /** Ends a conflict: stores what was said here over the revision that is there now. */
    keepMine(pairId: number, rev: number) {
      revs.set(pairId, rev)
      set({ refused: null })
      store(pairId)
    },
    /** Drops what was said here for what is stored. */
    takeStored(pairId: number, rev: number) {
      waiting.delete(pairId)
      revs.set(pairId, rev)
      forget(pairId)
      set({ refused: null })
    },
    dismissRefused: () => set({ refused: null }),
  }
}
