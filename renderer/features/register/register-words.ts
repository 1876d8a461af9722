import type { DataClass } from '../../../shared/contract/register.ts'

export type DataClassChoice = { value: DataClass; label: string; meaning: string }

/** What kinds of data a workflow can handle, from the freest to the most protected. */
export const dataClasses: readonly DataClassChoice[] = [
  { value: 'public', label: 'Public', meaning: 'Anyone may read it, for example your website.' },
  {
    value: 'internal',
    label: 'Internal',
    meaning: 'For everyone in the company; outside it does little harm.',
  },
  {
    value: 'confidential',
    label: 'Confidential',
    meaning: 'For named people only, for example prices before they are out, or contracts.',
  },
  {
    value: 'personal',
    label: 'Personal',
    meaning: 'About people who can be recognised: customers, applicants, staff.',
  },
]
