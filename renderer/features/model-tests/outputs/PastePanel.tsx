import { Button, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { GridRow } from '../../../../shared/contract/model-tests/outputs.ts'
import type { ModelTest, Side } from '../../../../shared/contract/model-tests/test.ts'
import { modelQuestion } from '../../../../shared/domain/model-tests/model-question.ts'
import { orpc } from '../../../api/client.ts'
import { CopyButton } from '../../../parts/text/CopyButton.tsx'
import { ErrorNote } from '../../../ui/feedback/ErrorNote.tsx'
import { Note } from '../../../ui/feedback/Note.tsx'
import { Actions } from '../../../ui/layout/Actions.tsx'
import { Card } from '../../../ui/layout/Card.tsx'
import layout from '../../../ui/layout/layout.module.css'
import { useUnsaved } from '../../../ui/saving/unsaved.ts'
import { sideLabels } from '../set-up/set-up-words.ts'
import { cellWords, nextMissing, type Place, workflowOf } from './output-cells.ts'
import styles from './outputs.module.css'
import { words } from './words.ts'

type PastePanelProps = {
  test: ModelTest
  rows: readonly GridRow[]
  row: GridRow
  side: Side
  onGo: (place: Place | null) => void
}

/** One output to paste: what to give to the model, and what came back. */
export function PastePanel({ test, rows, row, side, onGo }: PastePanelProps) {
  const [text, setText] = useState('')
  const [isChecked, setIsChecked] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const input = useRef<HTMLParagraphElement>(null)
  const place = { inputId: row.inputId, side }
  const workflow = workflowOf(test, row)
  const setUp = workflow?.[side]
  const asked = workflow && modelQuestion(workflow[side].instructions, row.text, workflow.filling)
  const next = nextMissing(rows, place)
  const save = useMutation(
    orpc.modelTests.paste.mutationOptions({
      onSuccess: ({ warning }) => {
        setText('')
        setIsChecked(false)
        // What looks wrong stays in view until the owner goes on.
        if (warning === null) onGo(next)
      },
    }),
  )
  const clear = useMutation(
    orpc.modelTests.clearOutput.mutationOptions({ onSuccess: () => field.current?.focus() }),
  )
  useEffect(() => {
    field.current?.focus({ preventScroll: true })
  }, [])
  useUnsaved(text !== '' && !save.isPending)
  const isEmpty = text.trim() === ''
  const submit = () => {
    setIsChecked(true)
    if (isEmpty) field.current?.focus()
    else save.mutate({ ...place, text })
  }
  const cell = row[side]
  return (
    <Card className={styles.panel}>
      <div>
        <p className={layout.quiet}>{words.input3(row.position, sideLabels[side])}</p>
        <h2 className={layout.smallHeading}>{row.name}</h2>
      </div>
      <p ref={input} className={styles.inputText} dir="auto">
        {row.text}
      </p>
      <Actions>
        <CopyButton label={words.copyTheInput} text={row.text} source={input} />
        {asked && setUp?.instructions !== '' && (
          <CopyButton
            label={asked.instructions === '' ? words.copyTheWholeRequest : words.copyTheInstructions}
            text={asked.instructions || asked.input}
            isQuiet
          />
        )}
      </Actions>
      <form
        className={styles.pasteForm}
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Textarea
          ref={field}
          label={words.outputOf(setUp?.name ?? sideLabels[side])}
          description={
            cell.hasOutput ? `${cellWords(cell)}. Another one replaces it.` : words.asItCameUnedited
          }
          rows={6}
          value={text}
          error={isChecked && isEmpty ? words.pasteTheOutput : undefined}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {save.data?.warning && (
          <Note tone="watch" role="alert">
            {save.data.warning}
          </Note>
        )}
        {save.isError && <ErrorNote error={save.error} />}
        {clear.isError && <ErrorNote error={clear.error} />}
        <Actions>
          <Button type="submit" loading={save.isPending}>
            {words.save}
          </Button>
          {next && (
            <Button variant="default" onClick={() => onGo(next)}>
              {words.nextMissing}
            </Button>
          )}
          {cell.hasOutput && (
            <Button variant="subtle" loading={clear.isPending} onClick={() => clear.mutate(place)}>
              {words.remove}
            </Button>
          )}
        </Actions>
      </form>
    </Card>
  )
}
