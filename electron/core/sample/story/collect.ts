import { lastDayOf, type Month } from '../../../../shared/domain/time/dates.ts'
import type { OpenCompany } from '../../open-company.ts'
import { levelOn, type SampleWorkflow, sampleStandards } from '../company/workflows.ts'
import type { Random } from '../random.ts'

type Services = OpenCompany['services']

/** Sets a generated workflow up and returns its id. */
export async function createSampleWorkflow(
  { workflows }: Services,
  { fields, lines }: SampleWorkflow,
  goLiveOn: string,
): Promise<number> {
  const workflow = await workflows.create(
    {
      ...fields,
      stage: 'production',
      goLiveOn,
      targetLine: lines.target,
      updateLine: lines.update,
      sampleSize: 10,
      standards: [...sampleStandards],
    },
    { locale: 'en-GB' },
  )
  return workflow.id
}

/** Brings in a month's generated outputs; `index` is the month's place in the workflow's levels. */
export function collect(
  { imports }: Services,
  workflowId: number,
  sample: SampleWorkflow,
  month: Month,
  index: number,
  random: Random,
) {
  const lastPossible = Number(lastDayOf(month).slice(8)) - 3
  const { byHandMinutes, name } = sample.fields
  const rows = Array.from({ length: sample.collected }, (_, row) => {
    const day = 1 + Math.floor((row * lastPossible) / sample.collected)
    const share = Math.max(0, levelOn(sample, index, day) * (1 + sample.spread * random.normal()))
    return {
      row: row + 2,
      // Texts are edited more than the minutes say, since not every change takes time.
      ...sample.write(random, byHandMinutes === null ? share : share * 1.3),
      occurredOn: `${month}-${String(day).padStart(2, '0')}`,
      externalId: `${month}-${String(row + 1).padStart(3, '0')}`,
      editMinutes: byHandMinutes === null ? null : Math.round(share * byHandMinutes * 2) / 2,
      satisfaction: random.chance(0.35) ? Math.min(5, Math.max(1, 5 - Math.round(share * 6))) : null,
    }
  })
  imports.bring(
    { workflowId, name: `${name.toLowerCase()} ${month}.csv`, format: 'csv', undatedMonth: month },
    rows,
  )
}
