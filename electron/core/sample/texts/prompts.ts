/** What a workflow of the sample company runs on: its prompt, its model, and what each was later changed to. */
export type SampleSettings = {
  drawsOn: readonly string[]
  prompt: string
  vendor: string
  model: string
  settings: string
}

/** In the order of the workflows. */
export const sampleSettings: readonly SampleSettings[] = [
  {
    drawsOn: ['Offer and prices', 'Customers', 'Tone', 'Terms', 'Rules', 'Delivery and returns'],
    prompt: `You draft answers for the customer care team of Fernhill Supply. An agent reads and sends them.

The message of the customer:
{{customer_message}}

What the order system knows:
{{order_history}}

Answer everything that was asked, in the language of the message. Take facts only from the order system and from the Foundation below. Where a fact is missing, write [ASK: …] with the one question the agent has to settle.

{{foundation}}

Sign as {{agent_name}}, Customer Care, Fernhill Supply.`,
    vendor: 'Anthropic',
    model: 'claude-sonnet-4',
    settings: 'Temperature: 0.2\nLongest answer: 600 tokens',
  },
  {
    drawsOn: ['Offer and prices', 'Positioning', 'Customers', 'Terms', 'Rules'],
    prompt: `You write the first draft of a proposal of Fernhill Supply to a business customer.

Customer: {{customer}}
Enquiry: {{enquiry}}
Notes of the visit: {{visit_notes}}
Prices that apply: {{price_list}}

Write what the customer gets, what it costs, when it is installed and what is included afterwards, in this order. One page at most. Calculate nothing yourself: use the prices given and leave [PRICE] where one is missing.

{{foundation}}

The proposal holds for 30 days. Contact: {{sales_contact}}.`,
    vendor: 'Anthropic',
    model: 'claude-sonnet-3-7',
    settings: 'Temperature: 0.3\nLongest answer: 1,200 tokens',
  },
  {
    drawsOn: ['Positioning', 'Tone', 'Rules', 'Examples'],
    prompt: `You write job adverts for Fernhill Supply.

Position: {{role}}
Place: {{city}}
Hours a week: {{hours}}
Start: {{start}}
Facts from the team: {{team_facts}}

Describe the work, the people and what we offer, in 180 words at most. Describe what we offer. Do not invent benefits. Write for somebody who reads it on a phone in a break.

{{foundation}}

Close with {{contact}} and how to apply.`,
    vendor: 'OpenAI',
    model: 'gpt-5-mini',
    settings: 'Reasoning effort: low',
  },
]

/** The prompt that was tried by one team first. */
export const pilotedPrompt = {
  workflow: 0,
  team: 'Customer care in Ghent',
  why: 'Editing above line: agents cut most openings and the same closing in every reply.',
  replace: [
    [
      'Answer everything that was asked, in the language of the message.',
      'Answer everything that was asked, in the language of the message, in 120 words at most. Begin with the answer itself and leave out thanks and closing phrases.',
    ],
  ],
} as const

export const salaryPrompt = {
  workflow: 2,
  why: 'Editing above line: the salary was added by hand in most adverts.',
  replace: [
    ['Start: {{start}}', 'Start: {{start}}\nSalary: {{salary}}'],
    ['Describe what we offer. Do not', 'Describe what we offer and always name the salary. Do not'],
  ],
} as const
