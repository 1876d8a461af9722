import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useMenuCommands } from '../../api/useMenuCommands.ts'
import { IconButton } from '../../ui/marks/IconButton.tsx'
import styles from './find.module.css'
import { useFound } from './useFound.ts'
import { words } from './words.ts'

/** Finds words on the page, when the menu of the desktop app asks for it; a browser has its own way. */
export function FindBar() {
  const [asked, setAsked] = useState(0)
  const before = useRef<Element | null>(null)
  useMenuCommands((command) => {
    if (command !== 'find-on-page' || document.querySelector('dialog[open]')) return
    if (asked === 0) before.current = document.activeElement
    setAsked((times) => times + 1)
  })
  if (asked === 0) return null
  const close = () => {
    setAsked(0)
    if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true })
  }
  return <OpenBar asked={asked} onClose={close} />
}

function OpenBar({ asked, onClose }: { asked: number; onClose: () => void }) {
  const [search, setSearch] = useState('')
  const { at, total, move } = useFound(search)
  const field = useRef<HTMLInputElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for again, the field is used again
  useEffect(() => field.current?.select(), [asked])
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') onClose()
    else if (event.key === 'Enter' && event.target === field.current) move(event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
  }
  return (
    <search className={styles.bar} data-key-area="elsewhere" onKeyDown={press}>
      <input
        ref={field}
        className={styles.field}
        type="text"
        aria-label={words.findOnThisPage}
        placeholder={words.findOnThisPage}
        value={search}
        onChange={({ target }) => setSearch(target.value)}
      />
      <span className={styles.count} role="status">
        {search.trim() === '' ? '' : total === 0 ? words.notOnThisPage : words.placeOf(at + 1, total)}
      </span>
      <IconButton icon="up" label={words.theOneBefore} disabled={total === 0} onClick={() => move(-1)} />
      <IconButton icon="down" label={words.theNextOne} disabled={total === 0} onClick={() => move(1)} />
      <IconButton icon="close" label={words.closeFinding} onClick={onClose} />
    </search>
  )
}
