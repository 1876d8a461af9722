import { z } from 'zod'

/** Why an answer ended. `refusal`: the model declined. `max_tokens`: it was cut at the longest answer allowed. */
export const StopReason = z.enum([
  'end_turn',
  'max_tokens',
  'stop_sequence',
  'tool_use',
  'pause_turn',
  'refusal',
  'model_context_window_exceeded',
  'other',
])
export type StopReason = z.infer<typeof StopReason>

const Tokens = z.number().int().min(0)

const Event = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('message_start'),
    message: z.object({ usage: z.object({ input_tokens: Tokens, output_tokens: Tokens }) }),
  }),
  z.object({
    type: z.literal('content_block_start'),
    content_block: z.object({ type: z.string(), text: z.string().optional() }),
  }),
  z.object({
    type: z.literal('content_block_delta'),
    delta: z.object({ type: z.string(), text: z.string().optional() }),
  }),
  z.object({ type: z.literal('content_block_stop') }),
  z.object({
    type: z.literal('message_delta'),
    delta: z.object({ stop_reason: StopReason.catch('other') }),
    usage: z.object({ input_tokens: Tokens.nullish(), output_tokens: Tokens }),
  }),
  z.object({ type: z.literal('message_stop') }),
])

export type Collected = { text: string; stopReason: StopReason; inputTokens: number; outputTokens: number }

export type Collector = {
  /** Takes one event of the stream. Throws where it has not the shape it must have. */
  add: (event: unknown) => void
  hasBegun: () => boolean
  /** The answer; null until the stream said that it is whole. */
  whole: () => Collected | null
}

/** Puts an answer together from the events of its stream. Thinking and tools leave no text. */
export function createCollector(): Collector {
  const pieces: string[] = []
  let inputTokens: number | null = null
  let outputTokens = 0
  let stopReason: StopReason | null = null
  let isWhole = false
  return {
    add: (received) => {
      const event = Event.parse(received)
      if (event.type === 'message_start') {
        inputTokens = event.message.usage.input_tokens
        outputTokens = event.message.usage.output_tokens
      }
      if (event.type === 'content_block_start' && event.content_block.type === 'text') {
        pieces.push(event.content_block.text ?? '')
      }
      if (event.type === 'content_block_delta' && event.delta.type === 'text_delta') {
        pieces.push(event.delta.text ?? '')
      }
      if (event.type === 'message_delta') {
        stopReason = event.delta.stop_reason
        inputTokens = event.usage.input_tokens ?? inputTokens
        outputTokens = event.usage.output_tokens
      }
      if (event.type === 'message_stop') isWhole = true
    },
    hasBegun: () => inputTokens !== null,
    whole: () => {
      if (!isWhole || inputTokens === null || stopReason === null) return null
      return { text: pieces.join(''), stopReason, inputTokens, outputTokens }
    },
  }
}

export const TokenCount = z.object({ input_tokens: Tokens })

export const ModelPage = z.object({
  data: z.array(
    z.object({
      id: z.string().min(1).max(200),
      display_name: z.string().max(200),
      retires_at: z.iso.datetime({ offset: true }).nullish(),
    }),
  ),
})
