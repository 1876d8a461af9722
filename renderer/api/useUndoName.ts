import { useEffect } from 'react'
import { desktop } from './desktop.ts'

/** Names what Undo takes back on this screen in the desktop's menu; null while nothing. */
export function useUndoName(label: string | null): void {
  useEffect(() => {
    void desktop()?.nameUndo(label)
    return () => void desktop()?.nameUndo(null)
  }, [label])
}
