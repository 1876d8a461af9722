import type { Random } from '../random.ts'

/** A sentence as the AI writes it, and, where editors tend to touch it, how they leave it ("" takes it out). */
export type Sentence = string | readonly [ai: string, edited: string]
/** Paragraphs of sentences with {slots}. */
export type Passage = readonly (readonly Sentence[])[]
export type Slots = Readonly<Record<string, string>>

const fill = (text: string, slots: Slots) =>
  text.replace(/\{(\w+)\}/g, (_match, name: string) => slots[name] ?? name)

const words = (text: string) => text.split(/\s+/).filter(Boolean).length

/**
 * Writes a passage twice: as the AI wrote it and as it was sent. Sentences are edited in random order until about
 * `share` of the words changed.
 */
export function writePassage(passage: Passage, slots: Slots, share: number, random: Random) {
  const sentences = passage.flatMap((paragraph, at) =>
    paragraph.map((sentence) => {
      const [ai, edited] = typeof sentence === 'string' ? [sentence, sentence] : sentence
      return { at, ai: fill(ai, slots), edited: fill(edited, slots) }
    }),
  )
  const total = sentences.reduce((sum, { ai }) => sum + words(ai), 0)
  const chosen = new Set<(typeof sentences)[number]>()
  let changed = 0
  for (const sentence of random.shuffled(sentences.filter(({ ai, edited }) => ai !== edited))) {
    const size = Math.max(words(sentence.ai), words(sentence.edited)) * 0.7
    // Take a sentence while it brings the total nearer to the aim.
    if (changed + size / 2 > share * total) continue
    chosen.add(sentence)
    changed += size
  }
  const text = (of: (sentence: (typeof sentences)[number]) => string) =>
    passage
      .map((_paragraph, at) =>
        sentences
          .filter((sentence) => sentence.at === at)
          .map(of)
          .filter(Boolean)
          .join(' '),
      )
      .filter(Boolean)
      .join('\n\n')
  return {
    aiText: text(({ ai }) => ai),
    finalText: text((sentence) => (chosen.has(sentence) ? sentence.edited : sentence.ai)),
  }
}
