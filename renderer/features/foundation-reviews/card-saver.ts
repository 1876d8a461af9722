import type { ReviewCard } from '../../../shared/contract/foundation-reviews.ts'
import { createDraft } from '../reviews/draft.ts'
import type { CardSaid } from './card-said.ts'

/** What could not be stored of one section, as it was refused or because another window answered first. */
export type Refused = { readonly sectionId: number; readonly error: unknown; readonly isConflict: boolean }

export type CardSaving = {
  /** Sections as they stand on screen, where that is not simply what is stored. */
  readonly local: ReadonlyMap<number, CardSaid>
  readonly isSaving: boolean
  /** The last save that was stored, as an instant. */
  readonly savedAt: string | null
  /** Why nothing can be stored at present; null while saving works. */
  readonly failure: unknown
  readonly refused: Refused | null
}

type Options = {
  readonly save: (sectionId: number, rev: number, said: CardSaid) => Promise<ReviewCard>
  readonly onSaved: (card: ReviewCard) => void
  readonly onConflict: () => void
  readonly kindOf: (error: unknown) => 'conflict' | 'refusal' | 'failure'
  readonly now: () => string
}

type Known = Pick<ReviewCard, 'sectionId' | 'rev'>

/**
 * Stores what is said of the sections, one after the other, each on the revision of the one before: a choice at
 * once, typing after 400 ms. What fails stays on screen and waits for `retry` or the next word.
 */
export function createCardSaver({ save, onSaved, onConflict, kindOf, now }: Options) {
  let state: CardSaving = { local: new Map(), isSaving: false, savedAt: null, failure: null, refused: null }
  let running: Promise<void> | null = null
  const waiting = new Set<number>()
  const revs = new Map<number, number>()
  const listeners = new Set<() => void>()

  const set = (next: Partial<CardSaving>) => {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }

  /** False when nothing can be stored at present, so that the rest waits too. */
  async function storeOne(sectionId: number): Promise<boolean> {
    const said = state.local.get(sectionId)
    waiting.delete(sectionId)
    if (said === undefined) return true
    try {
      const card = await save(sectionId, revs.get(sectionId) ?? 0, said)
      revs.set(sectionId, card.rev)
      onSaved(card)
      const isSettled = state.refused?.sectionId === sectionId
      set({ savedAt: now(), ...(isSettled && { refused: null }) })
      return true
    } catch (error) {
      const kind = kindOf(error)
      if (kind === 'failure') {
        waiting.add(sectionId)
        set({ failure: error })
        return false
      }
      waiting.delete(sectionId)
      set({ refused: { sectionId, error, isConflict: kind === 'conflict' } })
      if (kind === 'conflict') onConflict()
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

  const isInConflict = (sectionId: number) =>
    state.refused?.isConflict === true && state.refused.sectionId === sectionId

  function store(sectionId: number) {
    if (isInConflict(sectionId)) return
    waiting.add(sectionId)
    void run()
  }

  const typing = createDraft<number>(store)
  let typingIn: number | null = null

  function flush() {
    typing.flush()
    typingIn = null
  }

  const forget = (sectionId: number) => {
    const local = new Map(state.local)
    local.delete(sectionId)
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
    /** Takes over the stored revisions; a section changed elsewhere shows what is stored now. */
    know(cards: readonly Known[]) {
      for (const { sectionId, rev } of cards) {
        const known = revs.get(sectionId)
        if (known !== undefined && known >= rev) continue
        const isBusy = waiting.has(sectionId) || typingIn === sectionId || isInConflict(sectionId)
        if (isBusy || (running !== null && state.local.has(sectionId))) continue
        revs.set(sectionId, rev)
        if (state.local.has(sectionId)) forget(sectionId)
      }
    },
    /** Puts a section on screen as it is now; `isTyping` stores it once the typing pauses. */
    change(sectionId: number, said: CardSaid, isTyping: boolean) {
      set({ local: new Map(state.local).set(sectionId, said) })
      if (typingIn !== null && typingIn !== sectionId) flush()
      if (isTyping) {
        typingIn = sectionId
        typing.change(sectionId)
      } else {
        flush()
        store(sectionId)
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
    keepMine(sectionId: number, rev: number) {
      revs.set(sectionId, rev)
      set({ refused: null })
      store(sectionId)
    },
    /** Drops what was said here for what is stored. */
    takeStored(sectionId: number, rev: number) {
      waiting.delete(sectionId)
      revs.set(sectionId, rev)
      forget(sectionId)
      set({ refused: null })
    },
  }
}

export type CardSaver = ReturnType<typeof createCardSaver>
