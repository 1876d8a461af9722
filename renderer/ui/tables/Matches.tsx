import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import styles from './table.module.css'

type MatchesProps = { isEmpty: boolean; none: string; children: ReactNode }

/** What a filter leaves; `none` says that it leaves nothing, in the room the rows had, so that the page stays put. */
export function Matches({ isEmpty, none, children }: MatchesProps) {
  const room = useRef<HTMLDivElement>(null)
  const [height, setHeight] = useState(0)
  useLayoutEffect(() => {
    if (!isEmpty) setHeight(room.current?.offsetHeight ?? 0)
  })
  return (
    <div ref={room} style={isEmpty ? { minHeight: height } : undefined}>
      <p className={styles.none} role="status">
        {isEmpty && none}
      </p>
      {!isEmpty && children}
    </div>
  )
}
