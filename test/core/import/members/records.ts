import type { Kept } from './imported.ts'
import type { Member } from './rows.ts'

const asked = ['Can I swap the blue mug?', 'Is the sofa still in stock?', 'Where do I send the broken lamp?']
const said = [
  'Yes, you can swap the mug within a month.',
  'Yes, two sofas are left in the Bergen shop.',
  'Send the lamp to our Riga workshop, postage is free.',
]
const sent = [
  'You can swap the mug until May.',
  'One sofa is left in Bergen.',
  'Send it to our Riga workshop.',
]
const holds = (...fields: ('request' | 'final' | 'id' | 'day')[]): Kept[] =>
  said.map((text, at) => ({
    text,
    ...(fields.includes('request') ? { request: asked[at] ?? '' } : {}),
    ...(fields.includes('final') ? { final: sent[at] ?? '' } : {}),
    ...(fields.includes('id') ? { id: `c-${at}` } : {}),
    ...(fields.includes('day') ? { day: `2026-03-0${at + 1}` } : {}),
  }))
const each = <T>(make: (at: number) => T): T[] => said.map((_, at) => make(at))
const json = (value: unknown) => JSON.stringify(value)
const lines = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).join('\n')
const cell = (value: unknown) =>
  `"${(typeof value === 'string' ? value : JSON.stringify(value)).replaceAll('"', '""')}"`
const csv = (header: string, rows: readonly (readonly unknown[])[]) =>
  [header, ...rows.map((row) => row.map(cell).join(','))].join('\n')

const chat =
  (person: string, ai: string, key = 'role', text = 'content') =>
  (at: number) => [
    { [key]: person, [text]: asked[at] },
    { [key]: ai, [text]: said[at] },
  ]
const roles: Member[] = [
  ...[
    ['customer', 'agent_reply'],
    ['end_user', 'ai_agent'],
    ['USER', 'MODEL'],
    ['Human', 'AI'],
    ['visitor', 'Bot'],
    ['Kunde', 'KI-Assistent'],
    ['contact', 'virtual_assistant'],
    ['client', 'assistant_bot'],
    ['requester', 'AI Copilot'],
    ['utilisateur', 'assistant'],
  ].map(
    ([person = '', ai = '']): Member => [
      `roles: ${person} and ${ai}`,
      'chats.jsonl',
      lines(each((at) => ({ id: `c-${at}`, messages: chat(person, ai)(at) }))),
      holds('request', 'id'),
    ],
  ),
  [
    'roles: sender and message, one a line of a CSV',
    'messages.csv',
    csv(
      'conversation_id,created_at,sender,message',
      each((at) => [
        [`c-${at}`, `2026-03-0${at + 1}T09:00:00`, 'Visitor', asked[at]],
        [`c-${at}`, `2026-03-0${at + 1}T09:01:00`, 'Chatbot', said[at]],
        [`c-${at}`, `2026-03-0${at + 1}T09:05:00`, 'Support agent', sent[at]],
      ]).flat(),
    ),
    holds('request', 'final', 'id', 'day'),
  ],
  [
    'roles: author_type in ticket comments',
    'comments.json',
    json({
      data: {
        tickets: each((at) => ({
          id: `c-${at}`,
          comments: [
            { author_type: 'customer', text: asked[at] },
            { author_type: 'ai', text: said[at] },
            { author_type: 'human_agent', text: sent[at] },
          ],
        })),
      },
    }),
    holds('request', 'final', 'id'),
  ],
  [
    'roles: a transcript in a cell, with times',
    'calls.csv',
    csv(
      'Ref,Transcript',
      each((at) => [`c-${at}`, `[09:00:01] Caller: ${asked[at]}\n[09:00:09] Voicebot: ${said[at]}`]),
    ),
    holds('request', 'id'),
  ],
  [
    'roles: Customer and bot columns are plain columns',
    'plain.csv',
    csv(
      'Case,Customer message,Bot reply,Agent reply',
      each((at) => [`c-${at}`, asked[at], said[at], sent[at]]),
    ),
    holds('id', 'request', 'final'),
  ],
  [
    'roles: direction inbound and outbound with a flag',
    'flags.json',
    json(
      each((at) => ({
        id: `c-${at}`,
        thread: [
          { is_bot: false, text: asked[at] },
          { is_bot: true, text: said[at] },
        ],
      })),
    ),
    holds('request', 'id'),
  ],
]

const nested: Member[] = [
  [
    'nested: results three levels down',
    'a.json',
    json({ report: { run: { results: each((at) => ({ query: asked[at], answer: said[at] })) } } }),
    holds('request'),
  ],
  [
    'nested: a list of pages of lists',
    'b.json',
    json({ pages: [{ items: each((at) => ({ prompt: asked[at], completion: said[at] })) }] }),
    holds('request'),
  ],
  [
    'nested: by id',
    'c.json',
    json(Object.fromEntries(each((at) => [`c-${at}`, { question: asked[at], answer: said[at] }]))),
    holds('request', 'id'),
  ],
  [
    'nested: JSON in a cell',
    'd.csv',
    csv(
      'id,payload',
      each((at) => [`c-${at}`, { request: asked[at], reply: { text: said[at], tokens: 12 } }]),
    ),
    holds('request', 'id'),
  ],
  [
    'nested: input and output of a trace in cells',
    'e.csv',
    csv(
      'id,timestamp,input,output',
      each((at) => [
        `c-${at}`,
        `2026-03-0${at + 1}T10:00:00Z`,
        {
          messages: [
            { role: 'system', content: 'Be kind.' },
            { role: 'user', content: asked[at] },
          ],
        },
        { role: 'assistant', content: said[at] },
      ]),
    ),
    holds('request', 'id', 'day'),
  ],
  [
    'nested: Python in a cell',
    'f.csv',
    csv(
      'id,messages',
      each((at) => [
        `c-${at}`,
        `[{'role': 'user', 'content': '${asked[at]}', 'name': None}, {'role': 'assistant', 'content': '${said[at]}', 'ok': True}]`,
      ]),
    ),
    holds('request', 'id'),
  ],
  [
    'nested: OpenAI completions whole',
    'g.jsonl',
    lines(
      each((at) => ({
        id: `c-${at}`,
        object: 'chat.completion',
        model: 'm',
        choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: said[at] } }],
      })),
    ),
    holds('id'),
  ],
  [
    'nested: DeepEval test cases',
    'h.json',
    json({
      testCases: each((at) => ({
        name: `c-${at}`,
        input: asked[at],
        actualOutput: said[at],
        expectedOutput: 'x y z',
        success: true,
      })),
    }),
    holds('id', 'request'),
  ],
  [
    'nested: Ragas rows',
    'i.jsonl',
    lines(
      each((at) => ({
        user_input: asked[at],
        response: said[at],
        retrieved_contexts: ['a b c', 'd e f'],
        reference: 'What was hoped for.',
      })),
    ),
    holds('request'),
  ],
  [
    'nested: Alpaca',
    'j.json',
    json(each((at) => ({ instruction: asked[at], input: '', output: said[at] }))),
    holds('request'),
  ],
  [
    'nested: Phoenix spans',
    'k.csv',
    csv(
      'context.span_id,attributes.input.value,attributes.output.value',
      each((at) => [`c-${at}`, asked[at], said[at]]),
    ),
    holds('id', 'request'),
  ],
  [
    'nested: Helicone',
    'l.jsonl',
    lines(
      each((at) => ({
        request_id: `c-${at}`,
        request_body: { model: 'm', messages: [{ role: 'user', content: asked[at] }] },
        response_body: { choices: [{ message: { role: 'assistant', content: said[at] } }] },
      })),
    ),
    holds('request', 'id'),
  ],
  [
    'nested: BOM and blank lines',
    'm.jsonl',
    `\uFEFF${each((at) => json({ prompt: asked[at], output: said[at] })).join('\n\n')}\n\n`,
    holds('request'),
  ],
  [
    'nested: two lists, the longer of facts',
    'n.json',
    json({
      models: Array.from({ length: 9 }, (_, n) => ({ name: `m${n}`, vendor: 'Acme' })),
      replies: each((at) => ({ question: asked[at], reply: said[at] })),
    }),
    holds('request'),
  ],
]

const finals: Member[] = [
  [
    'final: edited in a nested review',
    'a.json',
    json(
      each((at) => ({
        id: `c-${at}`,
        question: asked[at],
        answer: said[at],
        review: { status: 'changed', edited_answer: sent[at] },
      })),
    ),
    holds('request', 'final', 'id'),
  ],
  [
    'final: human correction in a list of annotations',
    'b.json',
    json(
      each((at) => ({
        id: `c-${at}`,
        input: asked[at],
        output: said[at],
        annotations: [{ key: 'correction', value: sent[at] }],
      })),
    ),
    holds('request', 'final', 'id'),
  ],
  [
    'final: AI draft and what was sent',
    'd.csv',
    csv(
      'Ticket,Question,Suggested reply,Reply sent',
      each((at) => [`c-${at}`, asked[at], said[at], sent[at]]),
    ),
    holds('request', 'final', 'id'),
  ],
  [
    'final: before and after',
    'e.csv',
    csv(
      'Request,Text before editing,Text after editing',
      each((at) => [asked[at], said[at], sent[at]]),
    ),
    holds('request', 'final'),
  ],
]

export const recordMembers: Member[] = [...roles, ...nested, ...finals]
