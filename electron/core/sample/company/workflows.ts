import type { ImportedRow } from '../../../../shared/contract/imports.ts'
import type { StandardInput, WorkflowFields } from '../../../../shared/contract/workflows.ts'
import { defaultLines, type Lines } from '../../../../shared/domain/figures/status.ts'
import type { Random } from '../random.ts'
import { customerReplies, replySlots } from '../texts/customer-replies.ts'
import { advertSlots, jobAdverts } from '../texts/job-adverts.ts'
import { type Slots, writePassage } from '../texts/passage.ts'
import { proposalSlots, proposals } from '../texts/proposals.ts'

type Fixed = Pick<
  WorkflowFields,
  'name' | 'purpose' | 'processOwner' | 'vendor' | 'model' | 'measure' | 'byHandMinutes' | 'monthlyVolume'
>

type Issue = readonly [type: string, section: string, note: string]

/** What went wrong from one month on, and the day on which the wording that put it right went live. */
type Drift = { fromIndex: number; untilIndex: number; untilDay: number; issues: readonly Issue[] }

/** A workflow of the sample company: its facts, what it writes, and how its editing went month by month. */
export type SampleWorkflow = {
  fields: Fixed
  /** Shares of what the workflow is measured in: 15 % of the time was about 20 % of the text of replies. */
  lines: Lines
  /** Outputs collected each month. */
  collected: number
  /** Aimed-at mean editing, oldest month first, 14 of them. */
  levels: readonly number[]
  /** How far single outputs lie apart, as a fraction of the mean. */
  spread: number
  issues: readonly Issue[]
  drift?: Drift
  write: (random: Random, share: number) => Pick<ImportedRow, 'request' | 'aiText' | 'finalText' | 'person'>
}

export const sampleStandards: readonly StandardInput[] = [
  { name: 'Accurate', description: 'Every fact, price and date is right.', isMustPass: false },
  { name: 'Complete', description: 'Answers everything that was asked.', isMustPass: false },
  { name: 'Right tone', description: 'Sounds like us: plain, friendly, short.', isMustPass: false },
  { name: 'Right terms', description: 'Uses our names for products and services.', isMustPass: false },
  { name: 'Safe to send', description: 'Nothing in it could harm a customer or us.', isMustPass: true },
]

const money = (cents: number) => new Intl.NumberFormat('en-GB').format(cents)

function pickSlots(random: Random, lists: Readonly<Record<string, readonly [string, ...string[]]>>): Slots {
  return Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, random.pick(list)]))
}

export const sampleWorkflows: readonly SampleWorkflow[] = [
  {
    fields: {
      name: 'Customer replies',
      purpose: 'Drafts answers to customer e-mails for the care team.',
      processOwner: 'Jonas Weber',
      vendor: 'Anthropic',
      model: 'claude-sonnet-4',
      measure: 'text',
      byHandMinutes: null,
      monthlyVolume: 640,
    },
    lines: { target: 0.2, update: 0.26 },
    collected: 60,
    levels: [0.15, 0.13, 0.115, 0.12, 0.11, 0.1, 0.12, 0.11, 0.1, 0.1, 0.11, 0.1, 0.11, 0.09],
    spread: 0.45,
    issues: [
      ['Out of date', 'Offer and prices', 'Spring price end date is still March.'],
      ['Wrong tone', 'Tone', 'Too stiff for our customers.'],
      ['Too long', 'Rules', 'Standard closing adds nothing.'],
    ],
    write(random, share) {
      const topic = random.pick(customerReplies)
      const slots: Slots = {
        ...pickSlots(random, replySlots),
        number: String(random.integer(20_100, 29_900)),
        amount: money(random.integer(180, 4_900)),
        quantity: String(random.integer(2, 24)),
      }
      return { ...written(topic, slots, share, random), person: slots.agent ?? null }
    },
  },
  {
    fields: {
      name: 'Proposals',
      purpose: 'First drafts of offers to business customers.',
      processOwner: 'Sofia Marques',
      vendor: 'Anthropic',
      model: 'claude-sonnet-3-7',
      measure: 'minutes',
      byHandMinutes: 90,
      monthlyVolume: 60,
    },
    lines: defaultLines,
    collected: 40,
    levels: [0.135, 0.14, 0.135, 0.138, 0.134, 0.138, 0.132, 0.136, 0.165, 0.185, 0.228, 0.13, 0.125, 0.12],
    spread: 0.3,
    issues: [
      ['Wrong term', 'Terms', 'Old product name.'],
      ['Missing fact', 'Offer and prices', 'No delivery time.'],
      ['Too long', 'Rules', 'Says the same twice.'],
    ],
    drift: {
      fromIndex: 8,
      untilIndex: 11,
      untilDay: 6,
      issues: [
        ['Out of date', 'Offer and prices', 'Promises an offer that has ended.'],
        ['Out of date', 'Offer and prices', 'Ten per cent off that nobody gets any more.'],
        ['Missing fact', 'Offer and prices', 'Names no end date for the offer.'],
      ],
    },
    write(random, share) {
      const topic = random.pick(proposals)
      const price = random.integer(90, 2_400) * 10
      const slots: Slots = {
        ...pickSlots(random, proposalSlots),
        quantity: String(random.integer(6, 60)),
        price: money(price),
        oldPrice: money(Math.round(price * 0.94)),
      }
      return { ...written(topic, slots, share, random), person: slots.agent ?? null }
    },
  },
  {
    fields: {
      name: 'Job adverts',
      purpose: 'Adverts for open positions, in our voice.',
      processOwner: 'Mira Holt',
      vendor: 'OpenAI',
      model: 'gpt-5-mini',
      measure: 'minutes',
      byHandMinutes: 60,
      monthlyVolume: 22,
    },
    lines: defaultLines,
    collected: 16,
    levels: [0.19, 0.175, 0.162, 0.17, 0.165, 0.17, 0.16, 0.165, 0.175, 0.17, 0.168, 0.175, 0.172, 0.176],
    spread: 0.5,
    issues: [
      ['Wrong tone', 'Tone', 'Slang that we don’t use.'],
      ['Missing fact', 'Offer and prices', 'Salary is missing.'],
      ['Wrong tone', 'Tone', 'Sounds like a start-up.'],
    ],
    write(random, share) {
      const topic = random.pick(jobAdverts)
      const slots: Slots = {
        ...pickSlots(random, advertSlots),
        salary: money(random.integer(290, 480) * 100),
      }
      return { ...written(topic, slots, share, random), person: slots.agent ?? null }
    },
  },
]

function written(
  topic: { request: string; reply: Parameters<typeof writePassage>[0] },
  slots: Slots,
  share: number,
  random: Random,
) {
  const request = topic.request.replace(/\{(\w+)\}/g, (_match, name: string) => slots[name] ?? name)
  return { request, ...writePassage(topic.reply, slots, share, random) }
}

/** How much is edited of what was written on a day of a month, on average. */
export function levelOn({ levels, drift }: SampleWorkflow, index: number, day: number): number {
  const isBeforeUpdate = drift?.untilIndex === index && day < drift.untilDay
  return levels[isBeforeUpdate ? index - 1 : index % levels.length] ?? 0
}

/** What is found in the outputs of a month. */
export function issuesIn({ issues, drift }: SampleWorkflow, index: number): readonly Issue[] {
  const isDrifting = drift !== undefined && index >= drift.fromIndex && index < drift.untilIndex
  return isDrifting ? [...drift.issues, ...issues] : issues
}
