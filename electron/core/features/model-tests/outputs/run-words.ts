import type { RunState } from './repository.ts'
import type { RunEnd } from './run-control.ts'

/** The end of a run that has nothing left to ask for; `failed` answers could not be fetched, `refused` say why some were not asked for. */
export function finished(failed: number, refused: readonly string[] = []): RunEnd {
  if (refused.length > 0) return { state: 'stopped', message: refused.join(' ') }
  if (failed === 0) return { state: 'idle', message: null }
  const them = failed === 1 ? 'it' : 'them'
  return {
    state: 'stopped' satisfies RunState,
    message: `${counted(failed, 'answer')} could not be fetched; the list says why. Go on to try again, or paste ${them}.`,
  }
}

export function waitMessage(milliseconds: number): string {
  return `The provider asks to wait ${counted(Math.ceil(milliseconds / 1000), 'second')}.`
}

export function cancelMessage(inFlight: number): string {
  return `You stopped the run. ${maybePaid(inFlight)}What is here is kept.`
}

export function closedMessage(inFlight: number): string {
  return `Evenkeel closed while the test was running. ${maybePaid(inFlight)}What is here is kept.`
}

function maybePaid(inFlight: number): string {
  if (inFlight === 0) return ''
  if (inFlight === 1) {
    return '1 answer that was on its way may have been paid for; it will be asked for again when you go on. '
  }
  return `${inFlight} answers that were on their way may have been paid for; they will be asked for again when you go on. `
}

function counted(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`
}
