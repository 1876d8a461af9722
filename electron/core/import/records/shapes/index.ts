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
/** A log holds other events than answers; a tool's own marks tell all the same. */
const leastShare = { marked: 0.2, any: 0.5 }
const unmarked: readonly Shape[] = [calls, conversations]

/** The shape that most of the records have, or enough where it is marked; null for rows that are simply rows. */
export function shapeOf(records: readonly JsonRecord[]): Shape | null {
  const sample = records.slice(0, examined)
  const share = ({ fits }: Shape) => sample.filter(fits).length / sample.length
  return (
    shapes.find((shape) => share(shape) > leastShare.any) ??
    shapes.find((shape) => !unmarked.includes(shape) && share(shape) > leastShare.marked) ??
    null
  )
}
