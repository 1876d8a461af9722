import type { NewSignal, SignalKind } from '../../../shared/contract/signals.ts'

/** A signal as it is being typed. */
export type SignalDraft = Omit<NewSignal, 'onDate'>

let open: (() => void) | null = null

/** Opens the dialog that notes a signal, from wherever the owner is; nothing where no company is open. */
export const openCapture = (): void => open?.()

/** Says how the dialog is opened, until the returned function is called. */
export function provideCapture(show: () => void): () => void {
  open = show
  return () => {
    open = null
  }
}

/** A draft with nothing typed; the kind is the one that was noted last. */
export const emptyDraft = (kind: SignalKind = 'business'): SignalDraft => ({
  kind,
  text: '',
  workflowId: null,
  sectionId: null,
})
