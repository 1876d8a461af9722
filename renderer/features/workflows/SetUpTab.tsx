import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Measure, Workflow } from '../../../shared/contract/workflows.ts'
import { measures } from '../../../shared/domain/figures/measures/index.ts'
import { formatMonthName } from '../../../shared/domain/format.ts'
import { monthOf } from '../../../shared/domain/time/dates.ts'
import { orpc } from '../../api/client.ts'
import { WorkflowForm } from '../../parts/workflows/WorkflowForm.tsx'
import { valuesOf, type WorkflowValues } from '../../parts/workflows/workflow-values.ts'
import { Card } from '../../ui/layout/Card.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { useUnsaved } from '../../ui/saving/unsaved.ts'
import { DeleteWorkflow } from './DeleteWorkflow.tsx'
import { FindLines } from './FindLines.tsx'
import { words } from './words.ts'
import styles from './workflows.module.css'

/** What a workflow is and how it is measured. The form keeps the state it opened with until it is saved. */
export function SetUpTab({ workflow }: { workflow: Workflow }) {
  const [opened, setOpened] = useState(workflow)
  const [values, setValues] = useState(() => valuesOf(workflow, locale))
  const { measure } = values
  const imports = useQuery(orpc.imports.list.queryOptions({ input: { workflowId: workflow.id } }))
  const kept = (imports.data ?? []).filter(({ state, keptCount }) => state === 'done' && keptCount > 0)
  const update = useMutation(orpc.workflows.update.mutationOptions({ onSuccess: setOpened }))
  useUnsaved(!isSame(values, valuesOf(opened, locale)) && !update.isPending)
  const isOtherMeasure = workflow.hasReviews && measure !== '' && measure !== opened.measure
  return (
    <div className={styles.stack}>
      {opened.targetLine === null && <FindLines workflow={opened} onSaved={setOpened} />}
      <Card className={styles.narrow}>
        <WorkflowForm
          key={opened.rev}
          initial={valuesOf(opened, locale)}
          parts={['about', 'measure', 'lines']}
          submitLabel={words.save}
          hasReviews={workflow.hasReviews}
          isByReference={kept.length > 0 && kept.every(({ withTextCount }) => withTextCount === 0)}
          error={update.error}
          isBusy={update.isPending}
          onChange={(next) => {
            setValues(next)
            if (update.isSuccess) update.reset()
          }}
          secondary={
            <span className={styles.saved} role="status">
              {update.isSuccess && words.saved}
              {isOtherMeasure && <MeasureNote measure={measure} before={opened.measure} />}
            </span>
          }
          onSubmit={(fields, reason) => update.mutate({ ...fields, id: opened.id, rev: opened.rev, reason })}
        />
      </Card>
      {!workflow.hasReviews && <DeleteWorkflow workflow={workflow} />}
    </div>
  )
}

const isSame = (one: WorkflowValues, other: WorkflowValues) => JSON.stringify(one) === JSON.stringify(other)

function MeasureNote({ measure, before }: { measure: Measure; before: Measure }) {
  const company = useQuery(orpc.company.get.queryOptions())
  const from = company.data ? `From ${formatMonthName(monthOf(company.data.today), locale)}` : words.fromNowOn
  return <>{words.thisWorkflowIsMeasuredBy(from, measures[measure].name, measures[before].name)}</>
}
