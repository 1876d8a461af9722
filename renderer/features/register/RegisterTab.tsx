import { useQuery } from '@tanstack/react-query'
import type { RegisterEntry } from '../../../shared/contract/register.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import layout from '../../ui/layout/layout.module.css'
import { Dependencies } from './Dependencies.tsx'
import { Incidents } from './Incidents.tsx'
import { RegisterFieldsCard } from './RegisterFieldsCard.tsx'
import { RegisterSide } from './RegisterSide.tsx'
import { RunsOn } from './RunsOn.tsx'
import { useRegisterEditing } from './use-register-editing.ts'

/** What must be on record about a workflow: who looks after it, its data, what to do when it fails, incidents. */
export function RegisterTab({ workflowId }: { workflowId: number }) {
  const entry = useQuery(orpc.register.get.queryOptions({ input: { workflowId } }))
  if (entry.isPending) return <Loading />
  if (entry.isError) return <ErrorNote error={entry.error} />
  return <Entry entry={entry.data} />
}

function Entry({ entry }: { entry: RegisterEntry }) {
  const editing = useRegisterEditing(entry)
  return (
    <div className={layout.stack}>
      <div className={layout.columns}>
        <div className={layout.stack}>
          <RegisterFieldsCard entry={entry} editing={editing} />
          <RunsOn entry={entry} />
        </div>
        <RegisterSide entry={entry} editing={editing} />
      </div>
      <Dependencies entry={entry} />
      <Incidents entry={entry} />
    </div>
  )
}
