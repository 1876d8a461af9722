import { expect, onTestFinished, test } from 'vitest'
import { type MeasureId, measureIds, measures } from '../../shared/domain/figures/measures/index.ts'
import type { MeasureRules } from '../../shared/domain/figures/measures/measure.ts'
import { aFinding } from '../helpers/findings.ts'
import { aLine, someResults } from './helpers/facts.ts'
import { rowsOf, show } from './helpers/show.tsx'

const pages: MeasureRules = {
  ...measures.minutes,
  label: 'Pages rewritten',
  name: 'pages rewritten',
  unit: 'of the pages rewritten',
  shareOf: 'of pages',
  meaning: 'share of the pages rewritten',
  suits: 'where whole pages are thrown away.',
}
const id = 'pages' as MeasureId

/** A measure is one object: here it is put where the two of the app are, before any screen is read. */
function withThirdMeasure() {
  Object.assign(measures, { [id]: pages })
  measureIds.push(id)
  onTestFinished(() => {
    measureIds.pop()
    Reflect.deleteProperty(measures, id)
  })
}

test('a third measure is offered, named and said of every figure, with nothing added but its object', async () => {
  withThirdMeasure()
  const { WorkflowForm } = await import('../../renderer/parts/workflows/WorkflowForm.tsx')
  const { newWorkflowValues } = await import('../../renderer/parts/workflows/workflow-values.ts')
  const form = await show(
    <WorkflowForm
      initial={newWorkflowValues()}
      parts={['measure']}
      submitLabel="Save"
      error={null}
      isBusy={false}
      onSubmit={() => {}}
    />,
  )
  expect(form.text()).toContain('Pages rewritten where whole pages are thrown away.')
  await form.screen.getByRole('radio', { name: 'Pages rewritten' }).click()
  await expect.poll(form.text).toContain('Measured by pages rewritten')

  const { StatusTable } = await import('../../renderer/parts/figures/StatusTable.tsx')
  const line = aLine({ measure: id, finding: aFinding({ measure: id }) })
  const table = await show(<StatusTable lines={[line]} />)
  expect(rowsOf(table.screen.container).flat().join(' ')).toContain('of pages')

  const { ChartPart } = await import('../../renderer/features/results/ChartPart.tsx')
  const chart = await show(<ChartPart name="Customer replies" results={someResults({ measure: id })} />)
  expect(chart.text()).toContain('share of the pages rewritten')
})
