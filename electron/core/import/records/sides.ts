import { isRecord, type JsonRecord } from '../formats/json-value.ts'
import { firstOf, opened, own, plain } from './cells.ts'

/** What went into a call and what came out, and the keys of the record that hold them. */
export type Sides = { input: unknown; output: unknown; taken: string[] }

const outputs = [
  'output',
  'outputs',
  'response',
  'completion',
  'result',
  'choices',
  'candidates',
  'output_message',
  'output_messages',
  'output_choices',
  'response_body',
  'llm_output',
  'output_value',
  'model_output',
]
const inputs = [
  'input',
  'inputs',
  'request',
  'prompt',
  'messages',
  'input_messages',
  'input_message',
  'request_body',
  'llm_input',
  'input_value',
  'model_input',
  'body',
]
/** Tools of tracing put the sides of a call below the attributes of its span. */
const deepest = 3

/** The sides of a call: on the first level of the record that has both, else of what it holds on its own. */
export function sidesOf(record: JsonRecord, depth = deepest): Sides {
  const here = sidesHere(record)
  if ((here.input !== undefined && here.output !== undefined) || depth === 0) return here
  for (const [key, value] of Object.entries(record)) {
    const inner = opened(value)
    if (!isRecord(inner)) continue
    const found = sidesOf(inner, depth - 1)
    if (found.input !== undefined && found.output !== undefined) return { ...found, taken: [key] }
  }
  return here
}

function sidesHere(record: JsonRecord): Sides {
  const input = sideIn(record, inputs)
  const output = sideIn(record, outputs)
  const taken = [input, output].flatMap((key) => (key === undefined ? [] : [key]))
  const at = (key: string | undefined) => (key === undefined ? undefined : opened(own(record, key)))
  return { input: at(input), output: at(output), taken }
}

function sideIn(record: JsonRecord, names: readonly string[]): string | undefined {
  const filled = Object.keys(record).filter((key) => firstOf(record, [key]) !== undefined)
  for (const name of names) {
    const found =
      filled.find((key) => key === name) ??
      filled.find((key) => plain(key).replace(/^ai /, '') === plain(name))
    if (found !== undefined) return found
  }
  return undefined
}
