import type { JsonRecord } from '../../formats/json-value.ts'
import type { Shape } from '../shape.ts'
import { argilla, labelStudio } from './annotations.ts'
import {
  anthropicBatch,
  braintrust,
  calls,
  evals,
  geminiBatch,
  langfuse,
  langsmith,
  openaiBatch,
  promptfoo,
} from './calls.ts'
import { chatgpt } from './chatgpt.ts'
import { claude } from './claude.ts'
import { conversations, geminiActivity, intercom, mtBench, zendesk } from './conversations.ts'

/** Every way a usual tool writes its records; the first that fits is taken. */
const shapes: readonly Shape[] = [
  chatgpt,
  claude,
  openaiBatch,
  anthropicBatch,
  geminiBatch,
  promptfoo,
  labelStudio,
  argilla,
  intercom,
  zendesk,
  mtBench,
  evals,
  geminiActivity,
  braintrust,
  langsmith,
  langfuse,
  calls,
  conversations,
]

const examined = 50

/** The shape that most of the records have; null for rows that are simply rows. */
export function shapeOf(records: readonly JsonRecord[]): Shape | null {
  const sample = records.slice(0, examined)
  return shapes.find(({ fits }) => sample.filter(fits).length * 2 > sample.length) ?? null
}
