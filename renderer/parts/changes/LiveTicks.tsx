import { Checkbox } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { LiveStep } from '../../../shared/contract/changes.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { formatMoment } from '../../ui/lib/moments.ts'
import { liveStepLabels } from './change-words.ts'
import styles from './changes.module.css'
import { words } from './words.ts'

/** The steps left to do by hand in the live tool, ticked as they are done, with the time of each. */
export function LiveTicks({ changeNumber }: { changeNumber: number }) {
  const queryClient = useQueryClient()
  const input = { number: changeNumber }
  const change = useQuery(orpc.changes.get.queryOptions({ input }))
  const tick = useMutation(
    orpc.changes.tick.mutationOptions({
      onSuccess: (ticked) => queryClient.setQueryData(orpc.changes.get.queryKey({ input }), ticked),
    }),
  )
  if (change.isError) return <ErrorNote error={change.error} />
  const steps = change.data?.liveSteps ?? null
  if (steps === null) return null
  const shown = (step: LiveStep) =>
    tick.isPending && tick.variables.step === step ? tick.variables.isDone : steps[step] !== null
  return (
    <div className={styles.ticks}>
      {LiveStep.options.map((step) => (
        <Checkbox
          key={step}
          label={liveStepLabels[step]}
          description={steps[step] && words.done(formatMoment(steps[step], locale))}
          checked={shown(step)}
          onChange={({ currentTarget }) => tick.mutate({ ...input, step, isDone: currentTarget.checked })}
        />
      ))}
      {tick.isError && <ErrorNote error={tick.error} />}
    </div>
  )
}
