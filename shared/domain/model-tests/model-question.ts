import type { Filling } from '../../contract/model-tests/test.ts'
import { fillIn, joined, type Piece, variablesOf } from '../text/template.ts'

/** What is sent for one output: the instructions apart from the input, or both in one text. */
export type ModelQuestion = { instructions: string; input: string }

const inputName = 'input'
/** Chosen as the input where none of the variables is: the input follows as a message of its own. */
export const inputApart = ''
export const noFilling: Filling = { input: null, values: {} }

/** The variable whose place the input takes; null where it has none, undefined while that has to be asked. */
export function inputVariable(instructions: string, { input }: Filling): string | null | undefined {
  const names = variablesOf(instructions)
  if (names.length === 0 || input === inputApart) return null
  if (input !== null && names.includes(input)) return input
  if (names.includes(inputName)) return inputName
  return names.length === 1 ? names[0] : undefined
}

/**
 * How a model gets an input. Where a variable is the input's place, the filled instructions are the message;
 * otherwise they go ahead of the input. A variable without a value stays as it is written.
 */
export function questionPieces(
  instructions: string,
  input: string,
  filling: Filling,
): Record<keyof ModelQuestion, Piece[]> {
  const slot = inputVariable(instructions, filling)
  const values = new Map(Object.entries(filling.values).filter(([, value]) => value.trim() !== ''))
  if (typeof slot !== 'string') {
    return { instructions: fillIn(instructions, values), input: [{ text: input, variable: null }] }
  }
  return { instructions: [], input: fillIn(instructions, values.set(slot, input)) }
}

export function modelQuestion(instructions: string, input: string, filling: Filling): ModelQuestion {
  const pieces = questionPieces(instructions, input, filling)
  return { instructions: joined(pieces.instructions), input: joined(pieces.input) }
}

/** Why these instructions cannot be sent yet; null when every variable is filled. */
export function fillingProblem(instructions: string, filling: Filling): string | null {
  const slot = inputVariable(instructions, filling)
  const isEmpty = (name: string) => (filling.values[name] ?? '').trim() === ''
  const names = variablesOf(instructions).filter((name) => name !== slot && isEmpty(name))
  if (slot !== undefined && names.length === 0) return null
  if (slot === undefined) return 'Say which variable of the prompt is the input, and fill in the others.'
  const list = names.map((name) => `{{${name}}}`).join(', ')
  return `Fill in ${list}: as written, ${names.length === 1 ? 'it' : 'they'} would be sent in double braces.`
}
