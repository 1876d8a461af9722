import { useState } from 'react'
import type { ReadingChoice } from '../../shared/contract/imports.ts'

/** How the chosen file is read: as it seems, until the owner says otherwise. */
export function useReading() {
  const [choice, choose] = useState<ReadingChoice>({})
  return { choice, choose }
}

export type Reading = ReturnType<typeof useReading>
