import { useEffect, useRef, useState } from 'react'
import { problemsOf } from './section-pieces.ts'
import type { Pieces } from './use-pieces.ts'

/** What is wrong with the names once somebody wanted to go on; the first one gets the focus. */
export function useNamedPieces({ pieces }: Pieces) {
  const [failures, setFailures] = useState(0)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (failures > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [failures])
  const problems = problemsOf(pieces)
  return {
    form,
    problems: failures > 0 ? problems : new Map<number, string>(),
    areNamed: problems.size === 0,
    fail: () => setFailures(failures + 1),
  }
}
