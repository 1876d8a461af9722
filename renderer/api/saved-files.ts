import { useSyncExternalStore } from 'react'
import type { Saved } from '../../shared/desktop-bridge.ts'
import { AppError } from '../../shared/errors.ts'
import { words } from './words.ts'

let last: string | null = null
const listeners = new Set<() => void>()

/** Takes note of what the desktop app has saved. Throws AppError where it did not: CANCELLED by the owner's choice. */
export function noteSaved(saved: Saved): void {
  if (saved === 'cancelled') throw new AppError('CANCELLED', words.notSaved)
  if ('problem' in saved) throw new AppError('UNAVAILABLE', saved.problem)
  set(saved.name)
}

export const forgetSaved = () => set(null)

/** The name of the file that was saved last, until the owner has seen it. */
export function useSavedFile(): string | null {
  return useSyncExternalStore(subscribe, () => last)
}

function set(name: string | null): void {
  last = name
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
