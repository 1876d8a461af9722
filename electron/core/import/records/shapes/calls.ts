import { nameScore } from '../../columns/field-names.ts'
import { isRecord, type JsonRecord } from '../../formats/json-value.ts'
import { outputRows } from '../../kinds/outputs.ts'
import { at, firstOf, opened, own, textIn } from '../cells.ts'
import { idOf, restOf, timeOf } from '../known-fields.ts'
import { answerText } from '../message-text.ts'
import { failed, failureOf, type Opened, type Shape } from '../shape.ts'
import { sidesOf } from '../sides.ts'
import { requestText } from '../turns.ts'

/** One call a record: what went in, what came out. Traces of every usual tool are written so. */
function call(record: JsonRecord, final: unknown): Opened {
  const failure = failureOf(record)
  if (failure !== null) return { failed: failure }
  const { input, output, taken } = sidesOf(record)
  return {
    fields: {
      aiText: answerText(output),
      request: requestText(input),
      finalText: answerText(opened(final)),
      externalId: idOf(record),
      occurredOn: timeOf(record),
    },
    rest: restOf(record, taken),
  }
}

const isNested = (value: unknown) => isRecord(value) || Array.isArray(value)

function isCall(record: JsonRecord): boolean {
  const { input, output } = sidesOf(record)
  if (output === undefined) return input !== undefined && failureOf(record) !== null && isNested(input)
  // A record of its own below "result" and the like is no side of a call.
  if (isRecord(output) && input === undefined && Object.keys(output).some((key) => holdsRequest(key)))
    return false
  return (isNested(output) || isNested(input)) && (answerText(output) !== '' || failureOf(record) !== null)
}

const holdsRequest = (key: string) => nameScore(outputRows.fields.request, key) > 1

const corrections = (record: JsonRecord) =>
  firstOf(record, ['corrected_output', 'correctedOutput', 'correction', 'corrections', 'final_output'])

/** Corrections stand in `expected` of logs; in an experiment it is what was hoped for. */
export const braintrust: Shape = {
  name: 'Braintrust',
  fits: (record) =>
    ('span_attributes' in record || 'root_span_id' in record || '_xact_id' in record) &&
    ('input' in record || 'output' in record),
  open(record) {
    const isExperiment = firstOf(record, ['experiment_id', 'dataset_id', 'dataset_record_id']) !== undefined
    const isScored = firstOf(record, ['log_id', 'span_attributes']) === undefined && 'scores' in record
    return [call(record, isExperiment || isScored ? undefined : record.expected)]
  },
  stepOf(record) {
    const parents = opened(record.span_parents)
    if (Array.isArray(parents)) return textIn(parents[0])
    return record.is_root === false ? textIn(record.root_span_id) : ''
  },
}

/** A run inside another run is a step on the way to its answer. */
export const langsmith: Shape = {
  name: 'LangSmith',
  fits: (record) =>
    ('run_type' in record || 'session_name' in record || 'reference_example_id' in record) &&
    ('inputs' in record || 'outputs' in record),
  stepOf: (record) => textIn(record.parent_run_id),
  open(record) {
    const feedback = opened(record.feedback)
    const corrected = Array.isArray(feedback)
      ? feedback
          .filter(isRecord)
          .map((each) => each.correction)
          .find((each) => each !== null && each !== undefined)
      : undefined
    return [call(record, corrected ?? corrections(record))]
  },
}

export const langfuse: Shape = {
  name: 'Langfuse',
  fits: (record) =>
    'input' in record &&
    'output' in record &&
    [
      'userId',
      'sessionId',
      'traceId',
      'htmlPath',
      'observations',
      'totalCost',
      'projectId',
      'parentObservationId',
    ].filter((key) => key in record).length >= 2,
  stepOf: (record) => textIn(record.parentObservationId),
  open: (record) => [call(record, corrections(record))],
}

/** Any other record of a call whose sides are more than plain texts. */
export const calls: Shape = {
  name: 'Calls',
  fits: isCall,
  open: (record) => [call(record, corrections(record))],
}

/** The lines that come back from a batch of OpenAI. */
export const openaiBatch: Shape = {
  name: 'OpenAI batch',
  fits: (record) =>
    'custom_id' in record && ('response' in record || ('error' in record && !('result' in record))),
  open(record) {
    const response = own(record, 'response')
    const body = at(response, 'body')
    const status = Number(at(response, 'status_code') ?? 200)
    const error = own(record, 'error') ?? at(body, 'error')
    if (error || status >= 400) return [{ failed: failed(error ?? `status ${status}`) }]
    return [result(record, body, ['response', 'error'])]
  },
}

/** The lines that come back from a batch of Anthropic. */
export const anthropicBatch: Shape = {
  name: 'Anthropic batch',
  fits: (record) => 'custom_id' in record && typeof at(record, 'result', 'type') === 'string',
  open(record) {
    const type = textIn(at(record, 'result', 'type'))
    if (type !== 'succeeded') return [{ failed: failed(at(record, 'result', 'error') ?? type) }]
    return [result(record, at(record, 'result', 'message'), ['result'])]
  },
}

/** The lines that come back from a batch of Gemini or Vertex AI. */
export const geminiBatch: Shape = {
  name: 'Gemini batch',
  fits: (record) =>
    at(record, 'response', 'candidates') !== undefined ||
    (at(record, 'request', 'contents') !== undefined &&
      ('status' in record || 'error' in record || 'response' in record)),
  open(record) {
    const error = own(record, 'error') ?? own(record, 'status')
    const output = answerText(at(record, 'response'))
    if (output === '') return [{ failed: failed(error) }]
    const request = requestText(at(record, 'request', 'contents'))
    return [
      {
        fields: {
          aiText: output,
          request,
          externalId: idOf(record),
          occurredOn: textIn(at(record, 'processed_time')) || timeOf(record),
        },
        rest: restOf(record, ['request', 'response', 'status', 'processed_time']),
      },
    ]
  },
}

function result(record: JsonRecord, body: unknown, taken: readonly string[]): Opened {
  const made = isRecord(body) ? timeOf(body) : ''
  const { input, taken: inside } = sidesOf(record, 0)
  return {
    fields: {
      aiText: answerText(body),
      request: requestText(input) || requestText(at(body, 'messages')),
      externalId: idOf(record),
      occurredOn: made || textIn(at(body, 'created_at')) || timeOf(record),
    },
    rest: { ...restOf(record, [...taken, ...inside]), model: at(body, 'model') },
  }
}

/** Samples of OpenAI evals, as its dashboard and its command line write them. */
export const evals: Shape = {
  name: 'OpenAI evals',
  fits: (record) => isRecord(record.sample) || (isRecord(record.data) && record.data.sampled !== undefined),
  open(record) {
    if (record.data !== undefined) {
      return [
        {
          fields: {
            aiText: answerText(at(record, 'data', 'sampled')),
            request: requestText(at(record, 'data', 'prompt')),
            externalId: textIn(record.sample_id),
            occurredOn: timeOf(record),
          },
          rest: {},
        },
      ]
    }
    const error = at(record, 'sample', 'error')
    if (error) return [{ failed: failed(error) }]
    const item = own(record, 'datasource_item') ?? own(record, 'item')
    const asked = at(record, 'sample', 'input') ?? item
    const output =
      at(record, 'sample', 'output_text') ?? at(record, 'sample', 'output') ?? at(record, 'sample', 'outputs')
    return [
      {
        fields: {
          aiText: answerText(output),
          request: requestText(asked),
          externalId: idOf(record),
          occurredOn: timeOf(record),
        },
        rest: isRecord(item) ? item : {},
      },
    ]
  },
}

/** What promptfoo writes for one prompt and one test. */
export const promptfoo: Shape = {
  name: 'promptfoo',
  fits: (record) =>
    isRecord(record.vars) &&
    ('response' in record || 'error' in record) &&
    ('prompt' in record || 'promptIdx' in record),
  open(record) {
    const error = own(record, 'error') || at(record, 'response', 'error')
    const text = answerText(at(record, 'response', 'output'))
    // A failed assertion is told in `error` too; the output is there all the same.
    if (text === '' || Number(record.failureReason) === 2) return [{ failed: failed(error || 'no output') }]
    const vars = isRecord(record.vars) ? record.vars : {}
    const provider = at(record, 'provider', 'id') ?? record.provider
    return [
      {
        fields: {
          aiText: text,
          request: requestText(vars) || textIn(at(record, 'prompt', 'raw')),
          externalId: idOf(record),
          occurredOn: timeOf(record),
        },
        rest: { ...vars, provider },
      },
    ]
  },
}
