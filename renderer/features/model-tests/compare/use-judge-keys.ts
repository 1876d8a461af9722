import { useEffect, useEffectEvent } from 'react'
import { useMenuCommands } from '../../../api/useMenuCommands.ts'
import { actionFor, type JudgeAction, type Place } from './judge-keys.ts'
import type { Judging } from './use-judging.ts'

type Options = {
  readonly judging: Judging
  readonly singleKeys: boolean
  readonly openNote: () => void
  readonly showKeys: () => void
  readonly turnPage: (by: 1 | -1) => void
  readonly focusPage: () => void
}

/** Listens to the keyboard for as long as the comparison is on screen. */
export function useJudgeKeys(options: Options) {
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
      {
        place: focusPlace(),
        singleKeys: options.singleKeys,
        isAskingSide: options.judging.isAskingSide,
      },
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
    if (command === 'undo' && focusPlace() !== 'text' && !isDialogOpen()) options.judging.undo()
  })
}

const isDialogOpen = () => document.querySelector('dialog[open]') !== null

function focusPlace(): Place {
  const element = document.activeElement
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement) return 'text'
  return element?.closest('button, a, summary') ? 'button' : 'page'
}

function perform(action: JudgeAction, options: Options) {
  const { judging } = options
  // What nobody can see yet is not judged.
  const isLoading = judging.pairId !== null && judging.pair === undefined
  if (isLoading && action.type !== 'keys') return
  switch (action.type) {
    case 'verdict':
      judging.stopAsking()
      return judging.judge(action.verdict)
    case 'failure':
      return judging.turnFailure(action.side)
    case 'ask-side':
      return judging.askSide()
    case 'go':
      return judging.go(action.by)
    case 'next':
      return judging.next()
    case 'turn-page':
      return options.turnPage(action.by)
    case 'note':
      return options.openNote()
    case 'undo':
      return judging.undo()
    case 'keys':
      return options.showKeys()
    case 'escape':
      judging.stopAsking()
      judging.saver.flush()
      return options.focusPage()
    case 'ignore':
      return
  }
}
