/**
 * One word of a text. `key` is what is compared (capitals, accent encoding and invisible marks evened out),
 * `text` what was written, `after` the punctuation and spacing up to the next word, piece by piece.
 */
export type Word = { key: string; text: string; after: string[] }

/** A text cut into words; joining `before` and every word's text and `after` gives the text back exactly. */
export type SplitText = { before: string[]; words: Word[] }

// The locale only chooses rules for a few languages; a fixed one gives the same words on every computer.
const segmenter = new Intl.Segmenter('en', { granularity: 'word' })
const invisibleMarks = /[\u00AD\u200B\u2060\uFEFF]/g

/** Cuts a text into words and what lies between them, by the Unicode rules (Chinese and Thai included). */
export function splitText(text: string): SplitText {
  const before: string[] = []
  const words: Word[] = []
  let between = before
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    if (isWordLike) {
      between = []
      words.push({ key: wordKey(segment), text: segment, after: between })
    } else {
      between.push(segment)
    }
  }
  return { before, words }
}

/** The words of a text as they are compared. */
export function wordKeys(text: string): string[] {
  return splitText(text).words.map((word) => word.key)
}

function wordKey(segment: string): string {
  return segment.normalize('NFKC').replace(invisibleMarks, '').replaceAll('’', "'").toLowerCase()
}
