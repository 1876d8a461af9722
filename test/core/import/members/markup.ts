import type { Member } from './rows.ts'

const csv = (...texts: string[]) =>
  ['AI reply', ...texts.map((text) => `"${text.replaceAll('"', '""')}"`)].join('\n')
const one = (kind: string, written: string, text: string): Member => [
  `markup: ${kind}`,
  'm.csv',
  csv(written),
  [{ text }],
]

/** Texts as tools wrap them, and what people read. */
export const markupMembers: Member[] = [
  one(
    'a mail body of Outlook',
    '<html><head><style>p{margin:0}</style></head><body><div class="WordSection1"><p class="MsoNormal">Dear Ms Ito,<o:p></o:p></p><p class="MsoNormal">&nbsp;</p><p class="MsoNormal">the chair ships <b>today</b>.<o:p></o:p></p></div></body></html>',
    'Dear Ms Ito,\n\nthe chair ships today.',
  ),
  one(
    'breaks and entities',
    'It&#39;s on its way &amp; arrives &ldquo;soon&rdquo;.<br/>Bye',
    "It's on its way & arrives “soon”.\nBye",
  ),
  one(
    'escaped HTML',
    '&lt;p&gt;The lamp is &lt;strong&gt;back&lt;/strong&gt; in stock.&lt;/p&gt;',
    'The lamp is back in stock.',
  ),
  one(
    'a list',
    '<p>You need:</p><ul><li>the receipt</li><li>a photo</li></ul>',
    'You need:\n\n- the receipt\n- a photo',
  ),
  one(
    'Markdown emphasis',
    'You have **30 days** and _no_ fees, ***really***.',
    'You have 30 days and no fees, really.',
  ),
  one('a verdict', '[PASS] (1.00) The lamp is back in stock.', 'The lamp is back in stock.'),
  one(
    'sources',
    'The shop opens at nine【4:0†hours.pdf】 and closes at six【4:1†hours.pdf】.',
    'The shop opens at nine and closes at six.',
  ),
  one(
    'names with underscores',
    'Set max_retry_count to 5 * 3 and a*b stays.',
    'Set max_retry_count to 5 * 3 and a*b stays.',
  ),
  one('a comparison that is no tag', 'Use it if x < 5 and y > 3.', 'Use it if x < 5 and y > 3.'),
  one(
    'two lines of a table',
    '<table><tr><td>Oak</td><td>90</td></tr><tr><td>Ash</td><td>80</td></tr></table>',
    'Oak\t90\nAsh\t80',
  ),
  one(
    'a link',
    '<p>See <a href="https://example.com/returns">our rules</a>.</p>',
    'See our rules (https://example.com/returns).',
  ),
]
