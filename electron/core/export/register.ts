import type { DataClass, RegisterEntry } from '../../../shared/contract/register.ts'
import type { Stage } from '../../../shared/contract/workflows.ts'
import { eachRegisterText, registerTextIds, registerTexts } from '../../../shared/domain/register-texts.ts'
import { columnGuide, type GuidedSheet, type WorkbookOrigin } from './workbook/workbook-guide.ts'
import type { GuidedColumn, Sheet, SheetRow } from './workbook/workbook-sheet.ts'

const stageLabels: Readonly<Record<Stage, string>> = {
  pilot: 'Pilot',
  production: 'Production',
  retired: 'Retired',
}
const dataLabels: Readonly<Record<DataClass, string>> = {
  public: 'Public',
  internal: 'Internal',
  confidential: 'Confidential',
  personal: 'Personal',
}

/** Register, Data, Incidents and Guide: what is on record about every workflow. */
export function registerSheets(
  entries: readonly RegisterEntry[],
  origin: WorkbookOrigin & { company: string },
): Sheet[] {
  const of = (what: string) => `${origin.company}: ${what}`
  const sheets: (GuidedSheet & Sheet)[] = [
    {
      name: 'Register',
      title: of('register of AI workflows'),
      columns: entryColumns,
      rows: entries.map(entryRow),
    },
    {
      name: 'Data',
      title: of('data the workflows depend on'),
      columns: dataColumns,
      rows: entries.flatMap(dataRows),
    },
    {
      name: 'Incidents',
      title: of('incidents'),
      columns: incidentColumns,
      rows: entries.flatMap(incidentRows),
    },
  ]
  return [...sheets, columnGuide(sheets, [], origin)]
}

const workflowColumn: GuidedColumn = {
  header: 'Workflow',
  key: 'workflow',
  width: 24,
  kind: 'text',
  wraps: true,
  meaning: 'One job the AI does.',
}

type Named = Pick<GuidedColumn, 'header' | 'key' | 'meaning'>
const name = (column: Named): GuidedColumn => ({ width: 18, kind: 'text', wraps: true, ...column })
const prose = (column: Named): GuidedColumn => ({ width: 34, kind: 'text', wraps: true, ...column })
const day = (column: Named): GuidedColumn => ({ width: 14, kind: 'date', ...column })
const number = (column: Named): GuidedColumn => ({ width: 11, kind: 'count', ...column })

const entryColumns: readonly GuidedColumn[] = [
  workflowColumn,
  prose({ header: 'Purpose', key: 'purpose', meaning: 'What the workflow is for.' }),
  {
    header: 'Stage',
    key: 'stage',
    width: 13,
    kind: 'text',
    meaning: 'How far the workflow is.',
    allowed: Object.values(stageLabels).join(', '),
  },
  name({ header: 'Owner', key: 'owner', meaning: 'Who answers for the workflow.' }),
  name({ header: 'Deputy', key: 'deputy', meaning: 'Who stands in for the owner.' }),
  {
    header: 'Data class',
    key: 'dataClass',
    width: 14,
    kind: 'text',
    meaning: 'The most sensitive data it handles.',
    allowed: Object.values(dataLabels).join(', '),
  },
  ...registerTextIds.map((key) => {
    const { header, meaning } = registerTexts[key]
    return prose({ header, key, meaning })
  }),
  name({ header: 'Model', key: 'model', meaning: 'Vendor and model it runs on.' }),
  number({ header: 'Release', key: 'release', meaning: 'The number of what everyone runs today.' }),
  day({ header: 'Live since', key: 'liveOn', meaning: 'The first day of that release.' }),
  name({ header: 'Approved by', key: 'approvedBy', meaning: 'Who approved that release.' }),
  number({ header: 'Change', key: 'change', meaning: 'The number of the change that made that release.' }),
  prose({
    header: 'Runs on',
    key: 'runsOn',
    meaning: 'The prompt, the model and the Foundation sections of that release, with their versions.',
  }),
  day({ header: 'Reviewed', key: 'reviewedOn', meaning: 'When this entry was last looked through.' }),
  day({ header: 'Next review', key: 'nextReviewOn', meaning: 'When it is next due to be looked through.' }),
  number({ header: 'Open incidents', key: 'openIncidents', meaning: 'Incidents that are not closed.' }),
  prose({
    header: 'Missing',
    key: 'gaps',
    meaning: 'What is still to be written down. Empty where nothing is.',
  }),
]

const dataColumns: readonly GuidedColumn[] = [
  workflowColumn,
  prose({ header: 'Data', key: 'source', meaning: 'Data the workflow depends on.' }),
  name({ header: 'System', key: 'system', meaning: 'Where it comes from.' }),
  name({ header: 'Owner', key: 'owner', meaning: 'Who answers for the data.' }),
  name({ header: 'Refreshed', key: 'refreshed', meaning: 'How and how often it is brought up to date.' }),
  day({ header: 'Last checked', key: 'lastCheckedOn', meaning: 'When somebody last looked at it.' }),
  prose({
    header: 'Noticed',
    key: 'noticed',
    meaning: 'How, and how soon, somebody would notice that it stopped or is wrong.',
  }),
  prose({ header: 'If it stops', key: 'ifItStops', meaning: 'What breaks when the data stops coming.' }),
]

const incidentColumns: readonly GuidedColumn[] = [
  workflowColumn,
  day({ header: 'Happened', key: 'happenedOn', meaning: 'The day it happened.' }),
  prose({ header: 'What', key: 'what', meaning: 'What happened.' }),
  prose({ header: 'Effect', key: 'effect', meaning: 'Who or what it touched.' }),
  prose({ header: 'Corrective action', key: 'correctiveAction', meaning: 'What was done about it.' }),
  number({ header: 'Change', key: 'change', meaning: 'The number of the change that came of it.' }),
  day({ header: 'Closed', key: 'closedOn', meaning: 'Empty while it is open.' }),
  {
    header: 'Recorded',
    key: 'recordedAt',
    width: 19,
    kind: 'instant',
    meaning: 'When it was written down.',
  },
]

function entryRow(entry: RegisterEntry): SheetRow {
  const { release } = entry
  return {
    workflow: entry.workflowName,
    purpose: entry.purpose,
    stage: stageLabels[entry.stage],
    owner: entry.owner,
    deputy: entry.deputy,
    dataClass: entry.dataClass && dataLabels[entry.dataClass],
    ...eachRegisterText((id) => entry[id]),
    model: entry.model,
    release: release?.number ?? null,
    liveOn: release?.liveOn ?? null,
    approvedBy: release?.approvedBy ?? null,
    change: release?.changeNumber ?? null,
    runsOn: release?.parts.map((part) => `${part.name}, version ${part.version}`).join('\n') ?? null,
    reviewedOn: entry.reviewedOn,
    nextReviewOn: entry.nextReviewOn,
    openIncidents: entry.incidents.filter(({ closedOn }) => closedOn === null).length,
    gaps: entry.gaps.join('\n'),
  }
}

const dataRows = ({ workflowName, dependencies }: RegisterEntry): SheetRow[] =>
  dependencies.map(({ id: _id, ...dependency }) => ({ workflow: workflowName, ...dependency }))

const incidentRows = ({ workflowName, incidents }: RegisterEntry): SheetRow[] =>
  incidents.map((incident) => ({
    workflow: workflowName,
    happenedOn: incident.happenedOn,
    what: incident.what,
    effect: incident.effect,
    correctiveAction: incident.correctiveAction,
    change: incident.changeNumber,
    closedOn: incident.closedOn,
    recordedAt: incident.recordedAt,
  }))
