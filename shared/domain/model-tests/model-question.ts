/** What is sent for one output: the instructions apart from the input, or both in one text. */
export type ModelQuestion = { instructions: string; input: string }

const variable = /\{\{\s*([\p{L}_][\p{L}\p{N}_ .-]{0,60}?)\s*\}\}/gu
const inputName = 'input'

/**
 * How a model gets an input. Instructions with {{input}}, or with one other variable, are a template: the input
 * takes its place and all of it is the message. Otherwise the instructions go ahead of the input, as they are.
 */
export function modelQuestion(instructions: string, input: string): ModelQuestion {
  const names = new Set([...instructions.matchAll(variable)].map(([, name = '']) => name))
  const [only] = names
  const slot = names.has(inputName) ? inputName : names.size === 1 ? only : undefined
  if (slot === undefined) return { instructions, input }
  const filled = instructions.replaceAll(variable, (written, name: string) =>
    name === slot ? input : written,
  )
  return { instructions: '', input: filled }
}
