import { afterAll, describe, expect, it } from 'vitest'
import { createImportFolder } from '../../helpers/import-files.ts'

const folder = createImportFolder()
afterAll(folder.remove)

const asked = ['Does the desk fold?', 'When is the shop open?', 'Can I pay by invoice?']
const said = [
  'Yes, the desk folds flat in a minute.',
  'The shop is open from nine to six.',
  'Yes, invoices are due in 30 days.',
]
const sent = ['Yes, the desk folds flat.', 'The shop is open from nine to five.', 'Yes, within 30 days.']

const each = <T>(make: (at: number) => T): T[] => asked.map((_, at) => make(at))
const user = (at: number) => ({ role: 'user', content: asked[at] })
const assistant = (at: number) => ({ role: 'assistant', content: said[at] })

/** Records of a tool, and whether they hold requests and final versions. */
type Member = [tool: string, records: unknown, holds: 'all' | 'request' | 'output']

const members: Member[] = [
  [
    'LangSmith runs',
    each((at) => ({
      id: `r${at}`,
      run_type: 'chain',
      inputs: { question: asked[at] },
      outputs: { answer: said[at] },
      parent_run_id: null,
      error: null,
    })),
    'request',
  ],
  [
    'LangSmith messages',
    each((at) => ({
      id: `r${at}`,
      run_type: 'llm',
      inputs: {
        messages: [[{ id: ['langchain', 'schema', 'HumanMessage'], kwargs: { content: asked[at] } }]],
      },
      outputs: { generations: [[{ text: said[at] }]] },
    })),
    'request',
  ],
  [
    'Braintrust logs with corrections',
    each((at) => ({
      id: `b${at}`,
      span_attributes: { name: 'reply' },
      is_root: true,
      input: [user(at)],
      output: assistant(at),
      expected: sent[at],
    })),
    'all',
  ],
  [
    'Anthropic batch',
    each((at) => ({
      custom_id: `t${at}`,
      result: {
        type: 'succeeded',
        message: { role: 'assistant', content: [{ type: 'text', text: said[at] }] },
      },
    })),
    'output',
  ],
  [
    'OpenAI responses batch',
    each((at) => ({
      custom_id: `t${at}`,
      response: {
        status_code: 200,
        body: {
          output: [
            { type: 'reasoning', summary: [] },
            { type: 'message', role: 'assistant', content: [{ type: 'output_text', text: said[at] }] },
          ],
        },
      },
      error: null,
    })),
    'output',
  ],
  [
    'Gemini batch',
    each((at) => ({
      request: { contents: [{ role: 'user', parts: [{ text: asked[at] }] }] },
      response: { candidates: [{ content: { role: 'model', parts: [{ text: said[at] }] } }] },
      status: '',
    })),
    'request',
  ],
  [
    'chat fine-tuning',
    each((at) => ({ messages: [{ role: 'system', content: 'Be kind.' }, user(at), assistant(at)] })),
    'request',
  ],
  [
    'ShareGPT',
    each((at) => ({
      id: `s${at}`,
      conversations: [
        { from: 'human', value: asked[at] },
        { from: 'gpt', value: said[at] },
      ],
    })),
    'request',
  ],
  [
    'OpenAI evals',
    each((at) => ({
      id: `e${at}`,
      datasource_item: { question: asked[at] },
      sample: { input: [user(at)], output: [assistant(at)] },
    })),
    'request',
  ],
  [
    'MT-bench answers',
    each((at) => ({
      question_id: at,
      model_id: 'x',
      choices: [{ index: 0, turns: [said[at]] }],
      tstamp: 1773133200,
    })),
    'output',
  ],
  [
    'Argilla',
    each((at) => ({
      id: `a${at}`,
      fields: { question: asked[at], answer: said[at] },
      responses: { corrected: [{ value: sent[at], status: 'submitted' }] },
      suggestions: {},
    })),
    'all',
  ],
  [
    'Argilla suggestions',
    each((at) => ({
      id: `a${at}`,
      fields: { question: asked[at] },
      responses: [{ status: 'submitted', values: { reply: { value: sent[at] } } }],
      suggestions: [{ question_name: 'reply', value: said[at] }],
    })),
    'all',
  ],
  [
    'Zendesk comments',
    {
      tickets: each((at) => ({
        id: at,
        requester_id: 7,
        comments: [
          { author_id: 7, body: asked[at], public: true },
          { author_id: 1, author: { name: 'Draft Bot' }, body: said[at], public: false },
          { author_id: 9, author: { name: 'Kim' }, body: sent[at], public: true },
        ],
      })),
    },
    'all',
  ],
  [
    'Intercom with an admin',
    {
      conversations: each((at) => ({
        id: `c${at}`,
        source: { body: `<p>${asked[at]}</p>`, author: { type: 'lead' } },
        conversation_parts: {
          conversation_parts: [
            { part_type: 'comment', body: `<p>${said[at]}</p>`, author: { type: 'bot', name: 'Fin' } },
            { part_type: 'comment', body: `<p>${sent[at]}</p>`, author: { type: 'admin', name: 'Kim' } },
          ],
        },
      })),
    },
    'all',
  ],
  [
    'Copilot Studio transcripts',
    each((at) => ({
      conversationtranscriptid: `k${at}`,
      content: JSON.stringify({
        activities: [
          { type: 'event', from: { role: 0 } },
          { type: 'message', from: { role: 1 }, text: asked[at] },
          { type: 'message', from: { role: 0 }, text: said[at] },
        ],
      }),
    })),
    'request',
  ],
  [
    'Gemini activity',
    each((at) => ({
      header: 'Gemini Apps',
      title: `Prompted ${asked[at]}`,
      time: '2026-03-10T09:00:00Z',
      safeHtmlItem: [{ html: `<p>${said[at]}</p>` }],
    })),
    'request',
  ],
  [
    'AI Studio',
    each((at) => ({
      chunkedPrompt: {
        chunks: [
          { role: 'user', text: asked[at] },
          { role: 'model', text: 'Let me think.', isThought: true },
          { role: 'model', text: said[at] },
        ],
      },
    })),
    'request',
  ],
  [
    'transcripts',
    each((at) => ({
      ticket: `x${at}`,
      log: `Customer: ${asked[at]}\nAssistant: ${said[at]}\nAgent: ${sent[at]}`,
    })),
    'all',
  ],
  [
    'a data frame by column',
    { question: { 0: asked[0], 1: asked[1], 2: asked[2] }, answer: { 0: said[0], 1: said[1], 2: said[2] } },
    'request',
  ],
  [
    'a data frame, split',
    {
      columns: ['question', 'answer', 'final'],
      index: [0, 1, 2],
      data: each((at) => [asked[at], said[at], sent[at]]),
    },
    'all',
  ],
  [
    'a data frame by index',
    {
      0: { question: asked[0], answer: said[0] },
      1: { question: asked[1], answer: said[1] },
      2: { question: asked[2], answer: said[2] },
    },
    'request',
  ],
  [
    'a list four levels down',
    {
      a: {
        b: [
          {
            c: {
              replies: each((at) => ({
                meta: { question: asked[at] },
                result: { ai_reply: said[at] },
                annotation: { corrected_text: sent[at] },
              })),
            },
          },
        ],
      },
    },
    'all',
  ],
  [
    'two lists',
    {
      prompts: [{ name: 'reply', text: 'Answer politely.' }],
      outputs: each((at) => ({ question: asked[at], answer: said[at] })),
    },
    'request',
  ],
]

describe('records as tools write them', () => {
  it.each(members)('%s', async (_, records, holds) => {
    const { rows, problems } = await folder.read(folder.file('a.json', JSON.stringify(records)))
    expect(problems).toEqual([])
    expect(rows.map(({ aiText, request, finalText }) => [aiText, request, finalText])).toEqual(
      each((at) => [said[at], holds === 'output' ? null : asked[at], holds === 'all' ? sent[at] : null]),
    )
  })

  it('leave failed calls out and list them', async () => {
    const failed = {
      custom_id: 't9',
      response: { status_code: 429, body: { error: { message: 'Too many requests' } } },
      error: null,
    }
    const good = {
      custom_id: 't1',
      response: { status_code: 200, body: { choices: [{ message: assistant(0) }] } },
      error: null,
    }
    const lines = [good, failed].map((line) => JSON.stringify(line)).join('\n')
    const { rows, problems } = await folder.read(folder.file('a.jsonl', lines))
    expect(rows.map(({ aiText }) => aiText)).toEqual([said[0]])
    expect(problems).toEqual([
      {
        row: 2,
        column: null,
        reason: 'This call failed (Too many requests), so there is no output.',
        kept: false,
      },
    ])
  })

  it('by Python, with quotes and words of its own, are read', async () => {
    const lines = each(
      (at) => `{'question': "${asked[at]}", 'answer': '${said[at]}', 'score': nan, 'ok': True}`,
    )
    const { rows } = await folder.read(folder.file('a.jsonl', lines.join('\n')))
    expect(rows.map(({ aiText, request }) => [aiText, request])).toEqual(each((at) => [said[at], asked[at]]))
  })

  it('line by line in a CSV are paired, whoever stands first', async () => {
    const lines = each((at) => [
      `T-${at},customer,2026-03-1${at} 09:00,"${asked[at]}"`,
      `T-${at},bot,2026-03-1${at} 09:01,"${said[at]}"`,
      `T-${at},agent,2026-03-1${at} 09:02,"${sent[at]}"`,
    ]).flat()
    const csv = ['ticket,author_type,created_at,message', ...lines].join('\n')
    const { rows } = await folder.read(folder.file('a.csv', csv))
    expect(rows.map((row) => [row.externalId, row.aiText, row.request, row.finalText])).toEqual(
      each((at) => [`T-${at}`, said[at], asked[at], sent[at]]),
    )
  })
})
