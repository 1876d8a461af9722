import { useEffect, useEffectEvent } from 'react'
import { useMenuCommands } from '../../../api/useMenuCommands.ts'
import { actionFor, type Place, type SessionAction } from './session-keys.ts'
import type { FoundationSession } from './use-foundation-session.ts'

type Options = {
  readonly session: FoundationSession
  readonly singleKeys: boolean
  readonly showKeys: () => void
  readonly focusPage: () => void
}

/** Listens to the keyboard for as long as the session is on screen. */
export function useSessionKeys(options: Options) {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (isDialogOpen()) return
    const action = actionFor(
      {
        key: event.key,
        shift: event.shiftKey,
        command: event.ctrlKey || event.metaKey,
        alt: event.altKey,
        isRepeat: event.repeat,
        isComposing: event.isComposing,
      },
      focusPlace(),
      options.singleKeys,
    )
    if (!action) return
    event.preventDefault()
    perform(action, options)
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event)
    // Before the app's own keys, which leave alone what was taken here.
    window.addEventListener('keydown', listener, { capture: true })
    return () => window.removeEventListener('keydown', listener, { capture: true })
  }, [])
  useMenuCommands((command) => {
    const place = focusPlace()
    if (command === 'undo' && place !== 'line' && place !== 'text' && !isDialogOpen()) options.session.undo()
  })
}

const isDialogOpen = () => document.querySelector('dialog[open]') !== null

function focusPlace(): Place {
  const element = document.activeElement
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) return 'text'
  if (element instanceof HTMLInputElement) return element.type === 'radio' ? 'radio' : 'line'
  return element?.closest('button, a, summary') ? 'button' : 'page'
}

function perform(action: SessionAction, { session, showKeys, focusPage }: Options) {
  if (session.isBusy) return
  switch (action.type) {
    case 'answer':
      return session.answer(action.answer, true)
    case 'go':
      return session.go(action.by)
    case 'next':
      return session.next()
    case 'park':
      return session.park()
    case 'undo':
      return session.undo()
    case 'leave-field':
      session.settleTyping()
      return focusPage()
    case 'keys':
      return showKeys()
    case 'ignore':
      return
  }
}
