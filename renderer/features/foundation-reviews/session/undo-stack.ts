import type { CardSaid } from './card-said.ts'

/** What a section said before: texts are not part of it, so that nothing typed is taken away. */
export type Former = Pick<CardSaid, 'answer' | 'dueOn' | 'isParked'> & { readonly sectionId: number }

/** One thing to take back: "Yes", "Park", "All still true". */
export type Undoable = { readonly label: string; readonly formers: readonly Former[] }

const longestStack = 100

/** The stack with one more thing to take back; the oldest goes when it is full. */
export function pushed(stack: readonly Undoable[], undoable: Undoable): readonly Undoable[] {
  return [...stack, undoable].slice(-longestStack)
}

/** The last thing done, and the stack without it. */
export function popped(stack: readonly Undoable[]): { last: Undoable | null; rest: readonly Undoable[] } {
  return { last: stack.at(-1) ?? null, rest: stack.slice(0, -1) }
}

export const formerOf = (sectionId: number, { answer, dueOn, isParked }: CardSaid): Former => ({
  sectionId,
  answer,
  dueOn,
  isParked,
})

/** The section as it was, with the words typed since. */
export const restored = (said: CardSaid, { answer, dueOn, isParked }: Former): CardSaid => ({
  ...said,
  answer,
  dueOn,
  isParked,
})
