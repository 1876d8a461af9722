import type { GuidedColumn, Sheet } from '../workbook/workbook-sheet.ts'

/** Where a reader of a framework may look: a reading aid that the owner can change, never a verdict. */
const headings: readonly { framework: string; heading: string; file: string; shows: string }[] = [
  ...[
    [
      'GOVERN 1.6, inventory of AI systems',
      'register.xlsx',
      'Every workflow with owner, model, data and release.',
    ],
    ['GOVERN 2.1, roles and responsibilities', 'register.xlsx', 'Owner and deputy of each workflow.'],
    [
      'GOVERN 1.5, monitoring and periodic review',
      'reviews.xlsx',
      'Reviews held, skipped with a reason, and missed.',
    ],
    [
      'MAP 3.5, human oversight',
      'oversight.xlsx',
      'Foundation reviews with who agreed; what people brought up.',
    ],
    ['MEASURE 2.4, monitoring in production', 'reviews.xlsx', 'Figure, range and status of every month.'],
    ['MEASURE 2.5, valid and reliable', 'oversight.xlsx', 'Model tests by a rule agreed before.'],
    [
      'MANAGE 4.1, monitoring and change management',
      'changes.xlsx',
      'Every change with reason, approval and effect.',
    ],
    ['MANAGE 4.3, incidents and errors', 'register.xlsx', 'Incidents with effect and corrective action.'],
  ].map(([heading = '', file = '', shows = '']) => ({ framework: 'NIST AI RMF 1.0', heading, file, shows })),
  ...[
    ['6.3 Planning of changes', 'changes.xlsx', 'Every change with its reason and who approved it.'],
    ['7.5 Documented information', 'changes.xlsx', 'Earlier and new wording of every change.'],
    [
      '9.1 Monitoring, measurement, analysis and evaluation',
      'reviews.xlsx',
      'Monthly figures with range and sample.',
    ],
    ['10.2 Nonconformity and corrective action', 'register.xlsx', 'Incidents with corrective action.'],
    ['A.3.2 AI roles and responsibilities', 'register.xlsx', 'Owner and deputy of each workflow.'],
    ['A.4.3 Data resources', 'register.xlsx', 'The data each workflow depends on.'],
    ['A.6.2.4 Verification and validation', 'oversight.xlsx', 'Model tests by a rule agreed before.'],
    ['A.6.2.6 Operation and monitoring', 'reviews.xlsx', 'Reviews held, skipped and missed.'],
    [
      'A.6.2.8 Recording of event logs',
      'activity.jsonl',
      'The whole activity log; verify.py and verify.mjs check it.',
    ],
  ].map(([heading = '', file = '', shows = '']) => ({
    framework: 'ISO/IEC 42001:2023',
    heading,
    file,
    shows,
  })),
]

const column = (header: string, key: string, width: number): GuidedColumn => ({
  ...{ header, key, width, kind: 'text', wraps: true },
  meaning: header,
})

export const headingsSheet: Sheet = {
  name: 'Headings',
  title: 'Where to look, by heading',
  columns: [
    column('Framework', 'framework', 24),
    column('Heading', 'heading', 48),
    column('File', 'file', 20),
    column('What it shows', 'shows', 60),
  ],
  rows: headings,
}
