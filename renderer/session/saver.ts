import { ORPCError } from '@orpc/client'
import { createDraft } from '../parts/saving/draft.ts'

/** What could not be stored of one thing, as it was refused or because another window was first. */
export type Refused = { readonly id: number; readonly error: unknown; readonly isConflict: boolean }

export type Saving<Said> = {
  /** Things as they stand on screen, where that is not simply what is stored. */
  readonly local: ReadonlyMap<number, Said>
  readonly isSaving: boolean
  /** The last save that was stored, as an instant. */
  readonly savedAt: string | null
  /** Why nothing can be stored at present; null while saving works. */
  readonly failure: unknown
  readonly refused: Refused | null
}

type Options<Said, Reply> = {
  readonly save: (id: number, rev: number, said: Said) => Promise<Reply>
  readonly revOf: (reply: Reply) => number
  readonly onSaved: (reply: Reply) => void
  readonly onConflict: (id: number) => void
  readonly kindOf: (error: unknown) => 'conflict' | 'refusal' | 'failure'
  readonly now: () => string
}

/**
 * Stores what is said of sections, pairs and their like, one after the other, each on the revision of the one before: a choice at
 * once, typing after 400 ms. What fails stays on screen and waits for `retry` or the next word.
 */
export function createSaver<Said, Reply>(options: Options<Said, Reply>) {
  const { save, revOf, onSaved, onConflict, kindOf, now } = options
  let state: Saving<Said> = { local: new Map(), isSaving: false, savedAt: null, failure: null, refused: null }
  let running: Promise<void> | null = null
  const waiting = new Set<number>()
  const revs = new Map<number, number>()
  const listeners = new Set<() => void>()

  const set = (next: Partial<Saving<Said>>) => {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }

  /** False when nothing can be stored at present, so that the rest waits too. */
  async function storeOne(id: number): Promise<boolean> {
    const said = state.local.get(id)
    waiting.delete(id)
    if (said === undefined) return true
    try {
      const reply = await save(id, revs.get(id) ?? 0, said)
      revs.set(id, revOf(reply))
      onSaved(reply)
      const isSettled = state.refused?.id === id
      set({ savedAt: now(), ...(isSettled && { refused: null }) })
      return true
    } catch (error) {
      const kind = kindOf(error)
      if (kind === 'failure') {
        waiting.add(id)
        set({ failure: error })
        return false
      }
      waiting.delete(id)
      set({ refused: { id, error, isConflict: kind === 'conflict' } })
      if (kind === 'conflict') onConflict(id)
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

  const isInConflict = (id: number) => state.refused?.isConflict === true && state.refused.id === id

  function store(id: number) {
    if (isInConflict(id)) return
    waiting.add(id)
    void run()
  }

  const typing = createDraft<number>(store)
  let typingIn: number | null = null

  function flush() {
    typing.flush()
    typingIn = null
  }

  const forget = (id: number) => {
    const local = new Map(state.local)
    local.delete(id)
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
    /** Takes over a stored revision; what was changed elsewhere shows what is stored now. */
    know(id: number, rev: number) {
      if ((revs.get(id) ?? -1) >= rev) return
      const isBusy = waiting.has(id) || typingIn === id || isInConflict(id)
      if (isBusy || (running !== null && state.local.has(id))) return
      revs.set(id, rev)
      if (state.local.has(id)) forget(id)
    },
    /** Puts a thing on screen as it is now; `isTyping` stores it once the typing pauses. */
    change(id: number, said: Said, isTyping: boolean) {
      set({ local: new Map(state.local).set(id, said) })
      if (typingIn !== null && typingIn !== id) flush()
      if (isTyping) {
        typingIn = id
        typing.change(id)
      } else {
        flush()
        store(id)
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
    keepMine(id: number, rev: number) {
      revs.set(id, rev)
      set({ refused: null })
      store(id)
    },
    /** Drops what was said here for what is stored. */
    takeStored(id: number, rev: number) {
      waiting.delete(id)
      revs.set(id, rev)
      forget(id)
      set({ refused: null })
    },
    dismissRefused: () => set({ refused: null }),
  }
}

/** What a failed save means: another window was first, the core refused it, or nothing can be stored now. */
export function kindOf(error: unknown): 'conflict' | 'refusal' | 'failure' {
  if (!(error instanceof ORPCError)) return 'failure'
  if (error.code === 'CONFLICT') return 'conflict'
  return error.code === 'INVALID_INPUT' || error.code === 'NOT_FOUND' ? 'refusal' : 'failure'
}
