import type { Question } from '../port.ts'

/** The instructions and the input as the Messages API takes them. */
export function promptOf({ instructions, input }: Pick<Question, 'instructions' | 'input'>) {
  return {
    ...(instructions ? { system: instructions } : {}),
    messages: [{ role: 'user' as const, content: input }],
  }
}

/** What is sent for one answer. Its JSON is the request, byte for byte. */
export function bodyOf({ model, maxTokens, sampling, ...texts }: Question) {
  return { model, max_tokens: maxTokens, ...sampling, ...promptOf(texts), stream: true as const }
}
