import { describe, expect, it } from 'vitest'
import { textChange } from '../../../shared/domain/figures/editing.ts'
import { plainText } from '../../../shared/domain/text/plain-text.ts'

describe('a text as people read it', () => {
  it.each([
    [
      'It&#39;s on the way &amp; arrives soon.<br>Kind regards',
      "It's on the way & arrives soon.\nKind regards",
    ],
    ['You can return it within 30&nbsp;days.<br/>Bye', 'You can return it within 30 days.\nBye'],
    ['<p>Dear Ms Ito,</p>\n<p>your parcel is <b>here</b>.</p>', 'Dear Ms Ito,\n\nyour parcel is here.'],
    ['<ul><li>one</li><li>two</li></ul>', '- one\n\n- two'.replace('\n\n', '\n')],
    ['&lt;p&gt;Escaped twice&lt;/p&gt;', 'Escaped twice'],
    ['Fish &amp;amp; chips', 'Fish & chips'],
    ['Sch&ouml;ne Gr&uuml;&szlig;e &ndash; bis bald', 'Schöne Grüße – bis bald'],
    ['See <a href="https://example.com/help">our help</a>.', 'See our help (https://example.com/help).'],
    ['<div>One</div><div>Two</div>', 'One\nTwo'],
    [
      'The **standard** chair costs *89* euros, __really__ and _truly_.',
      'The standard chair costs 89 euros, really and truly.',
    ],
    ['[PASS] Your parcel left.', 'Your parcel left.'],
    ['[FAIL] (0.50)\n\nYour parcel left.\n\nFail Reason: too short', 'Your parcel left.'],
    [
      'It opens at 8. \u{E200}cite\u{E202}turn0search1\u{E202}turn0search4\u{E201} It closes at 18.',
      'It opens at 8. It closes at 18.',
    ],
    ['It opens at 8. citeturn0search1turn0search4 It closes at 18.', 'It opens at 8. It closes at 18.'],
    ['The chair【4:0†prices.pdf】 costs 89 euros.', 'The chair costs 89 euros.'],
    ['The chair costs 89 euros:contentReference[oaicite:0]{index=0}.', 'The chair costs 89 euros.'],
    ['[cite_start]The chair costs 89 euros.[cite: 1, 2]', 'The chair costs 89 euros.'],
    ['It costs 89 euros [^1^][^2^] today.', 'It costs 89 euros today.'],
  ])('%j', (written, read) => {
    expect(plainText(written)).toBe(read)
  })

  it.each([
    '5 * 3 * 2 = 30',
    '* one\n* two',
    'Set snake_case_name and __init__x',
    'Use the <div> tag, not the <table>.',
    'a < b and c > d',
    'AT&T, R&D; Q&A',
    'See note [1] and section [2].',
    '`**not bold**` is how you write it',
    'Send it to a_b@example.com',
    ' two  spaces ',
  ])('%j is left alone', (text) => {
    expect(plainText(text)).toBe(text)
  })

  it.each([
    ['tags that are never closed', '<p>'.repeat(60_000)],
    ['links that are never closed', `<p>x</p>${'<a href="https://x">'.repeat(9_000)}`],
    ['comments that are never closed', `<p>x</p>${'<!--'.repeat(40_000)}`],
    ['spaces', `<p>${' '.repeat(190_000)}</p> *`],
    ['line ends', `_a ${'\n'.repeat(190_000)}`],
    ['stars', '*a '.repeat(60_000)],
    ['lines', ' _a'.repeat(60_000)],
    ['ampersands', '&amp'.repeat(45_000)],
  ])('takes less than a second for 200,000 characters of %s', (_, text) => {
    const from = performance.now()
    plainText(text)
    expect(performance.now() - from).toBeLessThan(1_000)
  })

  it('measures 0 where only the form changed', () => {
    const draft = '<p>Dear Ms Ito,</p><p>your parcel is <strong>on its way</strong> &amp; arrives soon.</p>'
    const sent = 'Dear Ms Ito,\n\nyour parcel is on its way & arrives soon.'
    expect(textChange(plainText(draft), plainText(sent)).share).toBe(0)
    expect(textChange(plainText('It is _really_ **true**.'), 'It is really true.').share).toBe(0)
  })
})
