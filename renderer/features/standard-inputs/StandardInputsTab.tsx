import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { StandardInput } from '../../../shared/contract/standard-inputs.ts'
import { client, orpc } from '../../api/client.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Actions } from '../../ui/layout/Actions.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { locale } from '../../ui/lib/locale.ts'
import { InputDialog } from './InputDialog.tsx'
import { InputList } from './InputList.tsx'
import { InputsImport } from './InputsImport.tsx'
import { countSentence } from './input-words.ts'
import styles from './standard-inputs.module.css'
import { words } from './words.ts'

/** What every model of a workflow is tested on. */
export function StandardInputsTab({ workflowId }: { workflowId: number }) {
  const set = useQuery(orpc.standardInputs.list.queryOptions({ input: { workflowId } }))
  const [opened, setOpened] = useState<StandardInput | 'new' | null>(null)
  const [isImporting, setIsImporting] = useState(false)
  const [removed, setRemoved] = useState<StandardInput | null>(null)
  if (set.isPending) return <Loading />
  if (set.isError) return <ErrorNote error={set.error} />
  const { inputs } = set.data
  return (
    <div className={styles.stack}>
      {inputs.length > 0 && !isImporting && (
        <Head
          workflowId={workflowId}
          inputs={inputs.length}
          onAdd={() => setOpened('new')}
          onImport={() => setIsImporting(true)}
        />
      )}
      <Removed input={removed} onDone={() => setRemoved(null)} />
      {isImporting && (
        <Card>
          <InputsImport workflowId={workflowId} onClose={() => setIsImporting(false)} />
        </Card>
      )}
      {inputs.length > 0 && <InputList inputs={inputs} onOpen={setOpened} />}
      {inputs.length === 0 && !isImporting && (
        <NoInputs onAdd={() => setOpened('new')} onImport={() => setIsImporting(true)} />
      )}
      {opened && (
        <InputDialog
          workflowId={workflowId}
          input={opened === 'new' ? null : opened}
          onClose={() => setOpened(null)}
          onRemoved={setRemoved}
        />
      )}
    </div>
  )
}

type HeadProps = { workflowId: number; inputs: number; onAdd: () => void; onImport: () => void }

function Head({ workflowId, inputs, onAdd, onImport }: HeadProps) {
  const [, navigate] = useLocation()
  return (
    <div className={layout.sectionHead}>
      <p className={layout.quiet} role="status">
        {countSentence(inputs, locale)}
      </p>
      <Actions>
        <Button variant="subtle" onClick={() => navigate('/model-test/new', { state: { workflowId } })}>
          {words.newModelTest}
        </Button>
        <Button variant="default" onClick={onImport}>
          {words.bringInAFile}
        </Button>
        <Button onClick={onAdd}>{words.addAnInput}</Button>
      </Actions>
    </div>
  )
}

function NoInputs({ onAdd, onImport }: { onAdd: () => void; onImport: () => void }) {
  return (
    <EmptyState
      title={words.noStandardInputsYet}
      action={
        <Actions>
          <Button onClick={onAdd}>{words.addAnInput}</Button>
          <Button variant="default" onClick={onImport}>
            {words.bringInAFile}
          </Button>
        </Actions>
      }
    >
      {words.typicalAndDifficultRequestsThat}
    </EmptyState>
  )
}

/** What was just removed, with the way back. */
function Removed({ input, onDone }: { input: StandardInput | null; onDone: () => void }) {
  const undo = useRef<HTMLButtonElement>(null)
  const putBack = useMutation({ mutationFn: restore, onSuccess: onDone })
  useEffect(() => {
    // The row that was opened is gone, so the keyboard goes on at the way back.
    if (input) undo.current?.focus()
  }, [input])
  return (
    <div className={layout.live} role="status">
      {input && (
        <p className={layout.notice}>
          {words.wasRemovedTestsThatUsed(input.name)}
          <button
            ref={undo}
            type="button"
            className={layout.textButton}
            onClick={() => putBack.mutate(input)}
          >
            {words.undo}
          </button>
        </p>
      )}
      {putBack.isError && <ErrorNote error={putBack.error} />}
    </div>
  )
}

/** Stores a removed input again, in the place it had. */
async function restore({ itemId: _item, position, ...input }: StandardInput): Promise<void> {
  const saved = await client.standardInputs.save({ ...input, id: null, rev: null })
  for (let at = saved.position; at > position; at--) {
    await client.standardInputs.move({ id: saved.id, by: -1 })
  }
}
