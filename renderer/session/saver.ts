import { ORPCError } from '@orpc/client'
import { createDraft } from './draft.ts'

/** Something said of a thing that is on screen but not yet known to be stored; `isTyped` while the typing goes on. */
export type Pending<Patch> = { readonly id: number; readonly patch: Patch; readonly isTyped: boolean }

/** What could not be stored of one thing, as it was refused or because another window was first. */
export type Refused<Patch> = {
  readonly id: number
  readonly patch: Patch
  readonly error: unknown
  readonly isConflict: boolean
}

export type Saving<Patch, Stored> = {
  readonly pending: readonly Pending<Patch>[]
  /** Each thing as the last save of this sitting left it. */
  readonly stored: ReadonlyMap<number, Stored>
  /** The last save that was stored, as an instant. */
  readonly savedAt: string | null
  /** Why the oldest pending choice could not be stored; null while saving works. */
  readonly failure: unknown
  readonly refused: Refused<Patch> | null
}

type Reply<Stored> = { readonly stored: Stored; readonly savedAt: string }

export type SaverOptions<Patch, Stored> = {
  readonly save: (id: number, rev: number, patch: Patch) => Promise<Reply<Stored>>
  /** Called when something was refused, so that what is stored is shown again. */
  readonly onRefused: (id: number) => void
  /** One patch that says what both say, the later one where they differ. */
  readonly merge: (first: Patch, second: Patch) => Patch
  readonly kindOf?: (error: unknown) => 'conflict' | 'refusal' | 'failure'
  /** What was refused stays on screen, and goes along with the next word on the same thing. */
  readonly keepsRefused: boolean
}

type Revised = { readonly rev: number }

/**
 * Stores what is said in a session, one request after the other in the order it was said, each on the revision
 * of the one before: a choice at once, typing after 400 ms. What fails stays on screen and waits for `retry` or
 * the next word.
 */
export function createSaver<Patch, Stored extends Revised>(options: SaverOptions<Patch, Stored>) {
  const { save, onRefused, merge, kindOf = kindOfError, keepsRefused } = options
  let state: Saving<Patch, Stored> = {
    ...{ pending: [], stored: new Map(), savedAt: null, failure: null, refused: null },
  }
  let running: Promise<void> | null = null
  /** A request of `ask` under way; it never fails. */
  let asked: Promise<void> | null = null
  const revs = new Map<number, number>()
  const listeners = new Set<() => void>()

  const set = (next: Partial<Saving<Patch, Stored>>) => {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }
  const refusedOf = (id: number) => (state.refused?.id === id ? state.refused : null)

  function refuse(id: number, error: unknown, isConflict: boolean) {
    const said = state.pending.filter((each) => each.id === id).map(({ patch }) => patch)
    set({
      pending: state.pending.filter((each) => each.id !== id),
      refused: { id, error, isConflict, patch: said.reduce(merge) },
    })
    onRefused(id)
  }

  /** False when it failed, so that nothing overtakes it. */
  async function storeFirst({ id, patch }: Pending<Patch>): Promise<boolean> {
    try {
      const { stored, savedAt } = await save(id, revs.get(id) ?? 0, patch)
      revs.set(id, stored.rev)
      set({
        pending: state.pending.slice(1),
        stored: new Map(state.stored).set(id, stored),
        savedAt,
        ...(refusedOf(id) && keepsRefused && { refused: null }),
      })
      return true
    } catch (error) {
      const kind = kindOf(error)
      if (kind === 'failure') set({ failure: error })
      else refuse(id, error, kind === 'conflict')
      return kind !== 'failure'
    }
  }

  async function storeAll() {
    let goesOn = true
    while (goesOn) {
      const [first] = state.pending
      if (!first || first.isTyped || asked) return
      goesOn = await storeFirst(first)
    }
  }

  function run(): Promise<void> {
    if (state.failure !== null) set({ failure: null })
    running ??= storeAll().finally(() => {
      running = null
    })
    return running
  }

  /** Resolves when nothing waits any more: true when all is stored. */
  async function settle(): Promise<boolean> {
    while (asked || (state.pending.length > 0 && state.failure === null)) {
      typing.flush()
      await (asked ?? run())
    }
    return state.pending.length === 0 && (state.refused === null || !keepsRefused)
  }

  function goOn() {
    asked = null
    void run()
  }

  /** What was refused before goes along; after a conflict everything waits for the choice between the two. */
  function push(id: number, patch: Patch, isTyped: boolean) {
    const refused = keepsRefused ? refusedOf(id) : null
    if (refused?.isConflict) return set({ refused: { ...refused, patch: merge(refused.patch, patch) } })
    const last = state.pending.at(-1)
    const before = last?.isTyped ? last.patch : refused?.patch
    const said = before === undefined ? patch : merge(before, patch)
    const others = last?.isTyped ? state.pending.slice(0, -1) : state.pending
    set({ pending: [...others, { id, patch: said, isTyped }] })
  }

  const typing = createDraft<null>(() => {
    set({ pending: state.pending.map((each) => ({ ...each, isTyped: false })) })
    void run()
  })

  const forget = (id: number, rev: number) => {
    revs.set(id, rev)
    set({ refused: null })
  }

  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    getState: () => state,
    revOf: (id: number) => revs.get(id) ?? 0,
    /** Takes over a stored revision, unless something said on an earlier one is still on its way. */
    know(id: number, rev: number) {
      const isUndecided = keepsRefused && refusedOf(id)?.isConflict === true
      const isWaiting = isUndecided || state.pending.some((each) => each.id === id)
      if (!isWaiting && rev > (revs.get(id) ?? -1)) revs.set(id, rev)
    },
    /** A choice: stored at once, behind what was typed before it. */
    choose(id: number, patch: Patch) {
      typing.flush()
      push(id, patch, false)
      void run()
    },
    /** Words being typed: on screen at once, stored once the typing pauses. */
    type(id: number, patch: Patch) {
      if (state.pending.at(-1)?.id !== id) typing.flush()
      push(id, patch, true)
      typing.change(null)
    },
    flush: typing.flush,
    retry: () => void run(),
    settle,
    /**
     * Asks for something else than a save, as an undo, once everything said is stored. What is said meanwhile waits
     * for it and is stored on what it left. Not asked at all where something cannot be stored.
     */
    async ask(request: () => Promise<void>): Promise<void> {
      if (!(await settle())) return
      const answer = request()
      asked = answer.then(goOn, goOn)
      await answer
    },
    /** What a request of `ask` left of a thing; what was said of it meanwhile goes on top. */
    take(id: number, stored: Stored) {
      revs.set(id, stored.rev)
      set({ stored: new Map(state.stored).set(id, stored) })
    },
    /** Ends a conflict: stores what was said here over the revision that is there now. */
    keepMine(id: number, rev: number) {
      const refused = refusedOf(id)
      forget(id, rev)
      if (refused) push(id, refused.patch, false)
      void run()
    },
    /** Ends a conflict: drops what was said here for what is stored. */
    takeStored: forget,
    dismissRefused: () => set({ refused: null }),
  }
}

/** A thing as it stands on screen: as last stored, with everything that is still on its way. */
export function standing<Item extends Revised, Patch, Stored extends Revised>(
  item: Item,
  id: number,
  { stored, pending, refused }: Saving<Patch, Stored>,
  apply: (item: Item, patch: Patch) => Item,
  keepsRefused = false,
): Item {
  const saved = stored.get(id)
  const base = saved && saved.rev > item.rev ? { ...item, ...saved } : item
  const kept = keepsRefused && refused?.id === id ? apply(base, refused.patch) : base
  return pending.reduce((latest, each) => (each.id === id ? apply(latest, each.patch) : latest), kept)
}

/** What a failed save means: another window was first, the core refused it, or nothing can be stored now. */
function kindOfError(error: unknown): 'conflict' | 'refusal' | 'failure' {
  if (!(error instanceof ORPCError)) return 'failure'
  if (error.code === 'CONFLICT') return 'conflict'
  return error.code === 'INVALID_INPUT' || error.code === 'NOT_FOUND' ? 'refusal' : 'failure'
}
