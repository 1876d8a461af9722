import { Button, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { LiveCheck, Version } from '../../../shared/contract/documents.ts'
import { orpc } from '../../api/client.ts'
import { fieldErrorsOf } from '../../api/errors.ts'
import { Comparison } from '../../parts/text/Comparison.tsx'
import type { WholeDocument } from '../../parts/text/whole-document.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Actions } from '../../ui/layout/Actions.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { Section } from '../../ui/layout/Section.tsx'
import { count } from '../../ui/lib/count.ts'
import { locale } from '../../ui/lib/locale.ts'
import { formatMoment } from '../../ui/lib/moments.ts'
import { useUnsaved } from '../../ui/saving/unsaved.ts'
import { Table } from '../../ui/tables/Table.tsx'
import styles from './documents.module.css'

/** Whether the AI tool really has the approved wording: paste, compare, and a record either way. */
export function LiveCheckTab({ document, current }: { document: WholeDocument; current: Version }) {
  const [pasted, setPasted] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [opened, setOpened] = useState<LiveCheck | null>(null)
  const check = useMutation(
    orpc.documents.checkLive.mutationOptions({
      onSuccess: (made) => {
        setOpened(made)
        setPasted('')
      },
    }),
  )
  useUnsaved(pasted !== '' && !check.isPending)
  const refused = check.error ? fieldErrorsOf(check.error) : {}
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (pasted.trim() === '') setProblem('Paste the text that is in your AI tool.')
    else check.mutate({ id: document.id, pasted })
  }
  return (
    <div className={layout.stack}>
      <Card className={styles.wide}>
        <form className={layout.fields} onSubmit={submit} noValidate>
          <Textarea
            label="What is in your AI tool now"
            description={`Copy it from the tool and paste it here; it is compared with version ${current.number}`}
            classNames={{ input: styles.editor }}
            autosize
            minRows={5}
            maxRows={12}
            value={pasted}
            error={problem ?? refused.pasted}
            onChange={(event) => {
              setPasted(event.currentTarget.value)
              setProblem(null)
            }}
          />
          {check.isError && refused.pasted === undefined && <ErrorNote error={check.error} />}
          <Actions>
            <Button type="submit" loading={check.isPending}>
              Compare
            </Button>
          </Actions>
        </form>
      </Card>
      {opened && <Outcome check={opened} versions={document.versions} />}
      {document.checks.length > 0 && <Checks checks={document.checks} onOpen={setOpened} />}
    </div>
  )
}

function Outcome({ check, versions }: { check: LiveCheck; versions: readonly Version[] }) {
  const approved = versions.find(({ number }) => number === check.versionNumber)?.text ?? ''
  return (
    <section className={layout.section} aria-labelledby="live-outcome">
      <div role="status">
        <h2 id="live-outcome" className={layout.smallHeading}>
          {check.isSame ? 'Same' : 'Differences'}
        </h2>
      </div>
      {check.isSame ? (
        <p>The tool has version {check.versionNumber}, word for word.</p>
      ) : (
        <Card className={styles.paper}>
          <p className={layout.quiet}>
            Struck out is missing in the tool; underlined is only there. Either paste the approved wording
            into the tool again, or edit the draft so that your records say what runs.
          </p>
          <Comparison
            key={check.checkedAt}
            from={approved}
            to={check.pasted}
            fromName={`Version ${check.versionNumber}`}
            toName="In the tool"
            same="Both say the same, word for word."
          />
        </Card>
      )}
    </section>
  )
}

const checkColumns = [
  { heading: 'When', width: '240px' },
  { heading: 'Compared with', width: '160px' },
  { heading: 'Outcome' },
]

type ChecksProps = { checks: readonly LiveCheck[]; onOpen: (check: LiveCheck) => void }

function Checks({ checks, onOpen }: ChecksProps) {
  return (
    <Section title="Earlier checks">
      <Card>
        <Table
          label="Earlier checks"
          columns={checkColumns}
          end={`${count(checks.length, 'check', locale)}, newest first`}
        >
          <tbody>
            {checks.map((check) => (
              <tr key={check.checkedAt}>
                <th scope="row">{formatMoment(check.checkedAt, locale)}</th>
                <td>Version {check.versionNumber}</td>
                <td>
                  {check.isSame ? (
                    'Same'
                  ) : (
                    <button type="button" className={layout.textButton} onClick={() => onOpen(check)}>
                      Show the differences
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Card>
    </Section>
  )
}
