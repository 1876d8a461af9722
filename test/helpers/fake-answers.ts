import { createHash } from 'node:crypto'

/** What one request to the fake Messages API asks. */
export type Asked = { model: string; instructions: string; input: string }

/** The answer the fake gives to this question: the same every time, another for every model, prompt and input. */
export function fakeAnswer({ model, instructions, input }: Asked): string {
  const mark = createHash('sha256')
    .update(JSON.stringify([model, instructions, input]))
    .digest('hex')
    .slice(0, 12)
  const words = input.split(/\s+/).slice(0, 40).join(' ')
  return `Answer ${mark} of ${model}.\n\n${words}`
}

/** 50,000 words. */
export const longAnswer = Array.from({ length: 50_000 }, (_, index) => `word${index}`).join(' ')

/** Four characters a token, as a stand-in for a tokenizer. */
export const fakeTokens = (text: string) => Math.ceil(text.length / 4)

export const fakeModels = [
  { id: 'claude-opus-5', name: 'Claude Opus 5', retiresAt: null },
  { id: 'claude-haiku-4-5', name: 'Claude Haiku 4.5', retiresAt: '2027-03-01T00:00:00Z' },
]
