import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LogField } from '../../../../shared/contract/changes.ts'
import { createTestApp, type TestApp } from '../../../helpers/test-app.ts'

/** Logs as others keep them: two rows each, and the column each field is taken from. */
const logs: [keeper: string, lines: string, taken: Partial<Record<LogField, string>>][] = [
  [
    'a wiki',
    'Date,Page / section,What changed,Reason,Author,Approved by,Editing before (%),Editing after (%)\n03 Mar 2026,Returns,Window to 60 days,Asked for,Kim,Ana,24%,12%\n14 Mar 2026,Prices,New list,Spring,Kim,Ana,18,11',
    {
      onDate: 'Date',
      what: 'What changed',
      why: 'Reason',
      before: 'Editing before (%)',
      after: 'Editing after (%)',
      decidedBy: 'Author',
      approvedBy: 'Approved by',
    },
  ],
  [
    'a tracker, whose day of creation is not the day of the change',
    'Issue key,Summary,Created,Resolved,Reporter,Approver,Description\nCH-1,Shorter greeting,2026-03-03 10:00,2026-03-05 10:00,Kim,Ana,It was too long\nCH-2,Another model,2026-03-14 10:00,2026-03-15 10:00,Kim,Ana,It is cheaper',
    {
      onDate: 'Resolved',
      what: 'Summary',
      why: 'Description',
      decidedBy: 'Reporter',
      approvedBy: 'Approver',
    },
  ],
  [
    'a service desk, whose approval is a state and nobody',
    'Number,Short description,State,Planned start date,Actual end date,Requested by,Approval,Justification\nC1,Shorter greeting,Closed,2026-03-02,2026-03-03,Kim,Approved,Too long\nC2,New prices,Closed,2026-03-13,2026-03-14,Kim,Approved,Spring',
    {
      onDate: 'Actual end date',
      what: 'Short description',
      why: 'Justification',
      decidedBy: 'Requested by',
    },
  ],
  [
    'releases',
    'version,released_on,change_type,summary,details,changed_by,reviewer,score_before,score_after\n1.1,2026-03-03,Prompt,Greeting,too long,kim,ana,0.24,0.12\n1.2,2026-03-14,Prompt,Prices,spring list,kim,ana,0.18,0.11',
    {
      onDate: 'released_on',
      kind: 'change_type',
      what: 'summary',
      why: 'details',
      before: 'score_before',
      after: 'score_after',
      decidedBy: 'changed_by',
      approvedBy: 'reviewer',
    },
  ],
  [
    'old and new wording',
    'When,Section,Old text,New text,Comment,Who\n2026-03-03,Returns,You have 30 days.,You have 60 days.,Asked for,Kim\n2026-03-14,Prices,Mug 9 €,Mug 10 €,Spring,Kim',
    {
      onDate: 'When',
      what: 'Section',
      from: 'Old text',
      to: 'New text',
      why: 'Comment',
      decidedBy: 'Who',
    },
  ],
  [
    'German',
    'Datum;Änderung;Begründung;Verantwortlich;Freigabe durch;Qualität vor der Änderung;Qualität nach der Änderung\n03.03.2026;Kürzere Begrüßung;Zu lang;Kim;Ana;24 %;12 %\n14.03.2026;Neue Preise;Frühjahr;Kim;Ana;18 %;11 %',
    {
      onDate: 'Datum',
      what: 'Änderung',
      why: 'Begründung',
      before: 'Qualität vor der Änderung',
      after: 'Qualität nach der Änderung',
      decidedBy: 'Verantwortlich',
      approvedBy: 'Freigabe durch',
    },
  ],
  [
    'French',
    'Date;Modification;Raison;Auteur;Approuvé par;Taux avant;Taux après\n03/03/2026;Salutation plus courte;Trop longue;Kim;Ana;24 %;12 %\n14/03/2026;Nouveaux prix;Printemps;Kim;Ana;18 %;11 %',
    {
      onDate: 'Date',
      what: 'Modification',
      why: 'Raison',
      before: 'Taux avant',
      after: 'Taux après',
      decidedBy: 'Auteur',
      approvedBy: 'Approuvé par',
    },
  ],
]

describe('a change log somebody else kept', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await createTestApp({ today: '2026-06-21' })
  })
  afterAll(() => app.dispose())

  it.each(logs)('%s', async (keeper, lines, taken) => {
    const fileId = await app.upload(`${keeper}.csv`, lines)
    const { guess, columns, dateOrder } = await app.client.changes.previewLog({ fileId })
    const named = Object.entries(guess).map(([field, index]) => [
      field,
      columns.find((column) => column.index === index)?.name,
    ])
    expect(Object.fromEntries(named)).toEqual(taken)
    const outcome = await app.outcomeOf(app.client.changes.importLog({ fileId, mapping: guess, dateOrder }))
    expect(outcome).toMatchObject({ kept: 2, problems: [] })
  })
})
