import type { Kept } from './imported.ts'

const draft = 'Your parcel left our warehouse yesterday and comes on Friday.'
const draft2 = 'You can change the address until the parcel is handed over.'
const sent = 'Your parcel left our warehouse on Monday and comes on Friday.'
const sent2 = 'Until the carrier has the parcel you can change the address yourself.'
const both = (line: (index: number, text: string, final: string) => string) =>
  `${line(0, draft, sent)}\n${line(1, draft2, sent2)}`
const asJson = (line: (index: number, text: string, final: string) => unknown) =>
  both((...told) => JSON.stringify(line(...told)))
const asked = (index: number) => `Where is parcel ${index}?`
const macBytes = (text: string) =>
  Buffer.from([...text].map((character) => (character === 'ü' ? 0x9f : character.charCodeAt(0))))

/** Members found by looking for more of each kind: what they hold, as it has to be kept. */
export const otherMembers: [
  kind: string,
  name: string,
  content: string | Buffer,
  kept: Kept[],
  problems?: number,
][] = [
  [
    'durations: hours and minutes in the name',
    'hmm.csv',
    `AI draft,Human editing (h:mm)\n${both((index, text) => `"${text}",${index}:12`)}\n`,
    [
      { text: draft, minutes: 12 },
      { text: draft2, minutes: 72 },
    ],
  ],
  [
    'durations: Spanish',
    'minutos.csv',
    `Borrador IA;Versión final;Minutos de edición\n${both((_, text, final) => `"${text}";"${final}";4,5`)}\n`,
    [
      { text: draft, final: sent, minutes: 4.5 },
      { text: draft2, final: sent2, minutes: 4.5 },
    ],
  ],
  [
    'nested: attributes of OpenTelemetry',
    'spans.jsonl',
    asJson((index, text) => ({
      trace: {
        id: `t${index}`,
        span: { attributes: { 'gen_ai.prompt': asked(index), 'gen_ai.completion': text } },
      },
    })),
    [
      { text: draft, request: asked(0), id: 't0' },
      { text: draft2, request: asked(1), id: 't1' },
    ],
  ],
  [
    'nested: the AI SDK of Vercel',
    'vercel.csv',
    `ai.prompt,ai.response.text\n${both((index, text) => `"${asked(index)}","${text}"`)}\n`,
    [
      { text: draft, request: asked(0) },
      { text: draft2, request: asked(1) },
    ],
  ],
  [
    'nested: batches of Bedrock',
    'bedrock.jsonl',
    asJson((index, text) => ({
      recordId: `k${index}`,
      modelInput: { messages: [{ role: 'user', content: [{ type: 'text', text: asked(index) }] }] },
      modelOutput: { role: 'assistant', content: [{ type: 'text', text }] },
    })),
    [
      { text: draft, request: asked(0), id: 'k0' },
      { text: draft2, request: asked(1), id: 'k1' },
    ],
  ],
  [
    'roles: incoming or not',
    'desk.json',
    `[${asJson((index, text) => ({
      id: 900 + index,
      created_at: `2026-03-1${index}T08:00:00Z`,
      conversations: [
        { incoming: true, body_text: asked(index) },
        { incoming: false, body_text: text },
      ],
    })).replace('\n', ',')}]`,
    [
      { text: draft, request: asked(0), day: '2026-03-10', id: '900' },
      { text: draft2, request: asked(1), day: '2026-03-11', id: '901' },
    ],
  ],
  [
    'roles: a transcript with times behind the names',
    'transcript.csv',
    `Conversation ID,Transcript\n${both(
      (index, text, final) =>
        `c${index},"Visitor (10:01): ${asked(index)}\nBot (10:02): ${text}\nAgent Ana (10:04): ${final}"`,
    )}\n`,
    [
      { text: draft, request: asked(0), final: sent, id: 'c0' },
      { text: draft2, request: asked(1), final: sent2, id: 'c1' },
    ],
  ],
  [
    'around: a report of three lines above, two below',
    'report.csv',
    `Report: AI replies\nGenerated: 1 April 2026\nPeriod: March\n\nTicket,AI draft,Sent\n${both(
      (index, text, final) => `T${index},"${text}","${final}"`,
    )}\n\nTotal rows: 2\nEnd of report\n`,
    [
      { text: draft, final: sent, id: 'T0' },
      { text: draft2, final: sent2, id: 'T1' },
    ],
    2,
  ],
  [
    'names: French',
    'french.csv',
    `Réponse IA;Réponse envoyée;Date\n${both((index, text, final) => `"${text}";"${final}";1${index}/03/2026`)}\n`,
    [
      { text: draft, final: sent, day: '2026-03-10' },
      { text: draft2, final: sent2, day: '2026-03-11' },
    ],
  ],
  [
    'encoding: lines of an old Mac',
    'mac.csv',
    macBytes('AI draft,Sent\rDie Masse passen für alle Stühle und Türen im Hause.,Sie passen.\r'),
    [{ text: 'Die Masse passen für alle Stühle und Türen im Hause.', final: 'Sie passen.' }],
  ],
]
