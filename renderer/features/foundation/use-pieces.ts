import { useEffect, useRef, useState } from 'react'
import type { SectionPiece, SplitAt } from './section-pieces.ts'

/** A control of a piece, to which the focus comes back after a step. */
type PiecePart = 'name' | 'up' | 'down' | 'toggle'
type Focus = { key: number; part: PiecePart }
type Shown = { pieces: SectionPiece[]; splitAt: SplitAt }
type Step = Shown & { what: string; focus: Focus | null }

/** The pieces of a document while they are put in order: each step can be taken back, and keeps the focus at work. */
export function usePieces(first: () => Shown) {
  const [shown, setShown] = useState(first)
  const [past, setPast] = useState<readonly Step[]>([])
  const [focus, setFocus] = useState<Focus | null>(null)
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    if (focus === null) return
    const place = `[data-piece="${focus.key}"] [data-part="${focus.part}"]`
    list.current?.querySelector<HTMLElement>(place)?.focus()
  }, [focus])

  const { pieces } = shown
  /** Renaming is typing, which fields take back themselves. */
  const rename = (key: number, name: string) =>
    setShown({ ...shown, pieces: pieces.map((piece) => (piece.key === key ? { ...piece, name } : piece)) })
  const step = (what: string, next: Partial<Shown>, to: Focus | null) => {
    const from = document.activeElement?.closest<HTMLElement>('[data-piece]')?.dataset.piece
    const back: Focus | null = from === undefined ? null : { key: Number(from), part: 'toggle' }
    setPast([...past, { ...shown, what, focus: back }])
    setShown({ ...shown, ...next })
    setFocus(to)
  }
  const last = past.at(-1)
  const undo = () => {
    if (!last) return
    setPast(past.slice(0, -1))
    setShown(last)
    setFocus(last.focus && { ...last.focus })
  }
  return { ...shown, list, rename, step, undo, undoes: last?.what ?? null }
}

export type Pieces = ReturnType<typeof usePieces>
