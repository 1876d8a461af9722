import { useState } from 'react'
import type { ReadingChoice } from '../../../shared/contract/imports.ts'

/** How the chosen file is read: as it seems, until the owner says otherwise; and whether the selectors are open. */
export function useReading() {
  const [choice, choose] = useState<ReadingChoice>({})
  const [isOpen, open] = useState(false)
  return { choice, choose, isOpen, open }
}

export type Reading = ReturnType<typeof useReading>
