import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useMenuCommands } from '../../api/useMenuCommands.ts'
import { type Meaning, meaningOf, type Place, type Press, type Shortcut } from './shortcut.ts'

/** Higher layers are asked first; an open dialog is above all of them. */
const ranks = { session: 1, global: 0 } as const

type Layer = { readonly rank: number; readonly press: (event: KeyboardEvent) => boolean }

const layers: Layer[] = []

function onKeyDown(event: KeyboardEvent) {
  if (layers.some((layer) => layer.press(event))) event.stopPropagation()
}

/** One listener for the whole app: the top layer that knows the key takes it. */
function addLayer(layer: Layer): () => void {
  if (layers.length === 0) window.addEventListener('keydown', onKeyDown, { capture: true })
  layers.push(layer)
  layers.sort((a, b) => b.rank - a.rank)
  return () => {
    layers.splice(layers.indexOf(layer), 1)
    if (layers.length === 0) window.removeEventListener('keydown', onKeyDown, { capture: true })
  }
}

type Options = {
  readonly layer: keyof typeof ranks
  readonly singleKeys: boolean
  /** While true, keys wait for their turn, in the order they were pressed. */
  readonly isBusy?: boolean
  /** While true, what nobody can see yet is not judged: keys are swallowed. */
  readonly isLoading?: boolean
  /** The shortcut that the menu's Undo stands for. */
  readonly undo?: Shortcut<never>
}

/** Listens to the keys of `shortcuts` for as long as the screen is there; `on` is what they work on. */
export function useShortcuts<On>(shortcuts: readonly Shortcut<On>[], on: On, options: Options): void {
  const { layer, isBusy = false } = options
  const waiting = useRef<{ shortcut: Shortcut<On>; printed: string }[]>([])
  /** From a key being run until the screen that it left is there. */
  const isRunning = useRef(false)
  const [turn, setTurn] = useState(0)

  const runNext = useEffectEvent(() => {
    const next = waiting.current.shift()
    isRunning.current = next !== undefined
    if (!next) return
    setTurn((before) => before + 1)
    next.shortcut.run(on, next.printed)
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn runs one key, on the screen the last one left
  useEffect(() => {
    if (!isBusy) runNext()
  }, [isBusy, turn])

  const take = (shortcut: Shortcut<On>, printed: string) => {
    waiting.current.push({ shortcut, printed })
    if (!isBusy && !isRunning.current) runNext()
  }

  const press = useEffectEvent((event: KeyboardEvent): boolean => {
    const { singleKeys, isLoading } = options
    const meaning = meaningOf(shortcuts, factsOf(event), { place: focusPlace(), singleKeys })
    if (meaning === null || (isDialogOpen() && !worksInDialogs(meaning))) return false
    if (meaning === 'swallow') event.preventDefault()
    else {
      if (!meaning.shortcut.isTyped?.(on)) event.preventDefault()
      if (!isLoading || meaning.shortcut.isAlwaysReady) take(meaning.shortcut, meaning.printed)
    }
    return true
  })
  useEffect(() => addLayer({ rank: ranks[layer], press: (event) => press(event) }), [layer])

  useMenuCommands((command) => {
    const place = focusPlace()
    const isText = place === 'line' || place === 'text' || place === 'elsewhere'
    const undo = shortcuts.find((shortcut) => shortcut === options.undo)
    if (command === 'undo' && undo && !isText && !isDialogOpen()) take(undo, 'Mod+Z')
  })
}

const worksInDialogs = <On>(meaning: Meaning<On>) =>
  meaning !== null && meaning !== 'swallow' && meaning.shortcut.worksInDialogs === true

const isDialogOpen = () => document.querySelector('dialog[open]') !== null

const factsOf = (event: KeyboardEvent): Press => ({
  key: event.key,
  code: event.code,
  shift: event.shiftKey,
  command: event.ctrlKey || event.metaKey,
  alt: event.altKey,
  isRepeat: event.repeat,
  isComposing: event.isComposing,
})

/** Marked areas say what they are; where nothing has the focus, the page has the keys. */
function focusPlace(): Place {
  const element = document.activeElement
  if (element === null || element === document.body) return 'page'
  const area = element.closest('[data-key-area]')?.getAttribute('data-key-area')
  if (area === 'elsewhere') return area
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) return 'text'
  if (element instanceof HTMLInputElement) return element.type === 'radio' ? 'radio' : 'line'
  if (element.closest('button, a, summary')) return 'button'
  return area === 'reading' ? area : 'page'
}
