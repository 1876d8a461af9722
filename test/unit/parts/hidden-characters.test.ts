import { describe, expect, it } from 'vitest'
import { piecesOf } from '../../../renderer/parts/text/hidden-characters.ts'

describe('characters nobody would see', () => {
  it.each([
    ['zero-width space', 'a\u200Bb'],
    ['right-to-left override', 'a\u202Eb'],
    ['first strong isolate', 'a\u2068b'],
    ['byte order mark', 'a\uFEFFb'],
    ['soft hyphen', 'a\u00ADb'],
    ['zero-width joiner', 'a\u200Db'],
    ['hidden tag character', 'a\u{E0041}b'],
    ['control character', 'a\u0007b'],
  ])('names a %s and takes it out of the text', (name, text) => {
    expect(piecesOf(text).map(({ text: piece, hidden }) => hidden ?? piece)).toEqual(['a', name, 'b'])
  })

  it.each([
    ['line breaks and tabs', 'a\n\tb\r\n'],
    ['a family emoji', '👩‍👩‍👧 and 🏳️‍🌈'],
    ['a Persian non-joiner', 'می\u200Cخواهم'],
    ['the flag of Scotland', '🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}'],
    ['Chinese', '你好，世界'],
  ])('leaves %s alone', (_, text) => {
    expect(piecesOf(text)).toEqual([{ text, hidden: null }])
  })
})
