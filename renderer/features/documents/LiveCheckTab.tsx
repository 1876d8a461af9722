import { Button, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { LiveCheck, Version } from '../../../shared/contract/documents.ts'
import { formatDay } from '../../../shared/domain/format.ts'
import { isSameButForSpaces } from '../../../shared/domain/text/same-wording.ts'
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
import { words } from './words.ts'

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
    if (pasted.trim() === '') setProblem(words.pasteTheTextThatIs)
    else check.mutate({ id: document.id, pasted })
  }
  return (
    <div className={layout.stack}>
      <Card className={styles.wide}>
        <form className={layout.fields} onSubmit={submit} noValidate>
          <Textarea
            label={words.whatIsInYourAi}
            description={words.copyItFromTheTool(current.number)}
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
              {words.compare}
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
  const earlier = earlierIn(check, versions)
  return (
    <section className={layout.section} aria-labelledby="live-outcome">
      <div role="status">
        <h2 id="live-outcome" className={layout.smallHeading}>
          {check.isSame ? words.same : words.differences}
        </h2>
      </div>
      {check.isSame ? (
        <p>{words.theToolHasVersionWord(check.versionNumber)}</p>
      ) : (
        <Card className={styles.paper}>
          {earlier && (
            <p>{words.thisIsAnEarlierVersion(earlier.number, formatDay(earlier.replacedOn, locale))}</p>
          )}
          <p className={layout.quiet}>{words.struckOutIsMissingIn}</p>
          <Comparison
            key={check.checkedAt}
            from={approved}
            to={check.pasted}
            fromName={words.version2(check.versionNumber)}
            toName={words.inTheTool}
            same={words.bothSayTheSameWord}
          />
        </Card>
      )}
    </section>
  )
}

/** The newest version before the one compared with that says what is in the tool, and when it was replaced. */
function earlierIn({ pasted, versionNumber }: LiveCheck, versions: readonly Version[]) {
  const found = versions.find(
    ({ number, text }) => number < versionNumber && isSameButForSpaces(text, pasted),
  )
  const next = versions.find(({ number }) => number === (found?.number ?? 0) + 1)
  return found && next ? { number: found.number, replacedOn: next.liveOn } : null
}

const checkColumns = [
  { heading: words.when, width: '240px' },
  { heading: words.comparedWith, width: '160px' },
  { heading: words.outcome },
]

type ChecksProps = { checks: readonly LiveCheck[]; onOpen: (check: LiveCheck) => void }

function Checks({ checks, onOpen }: ChecksProps) {
  return (
    <Section title={words.earlierChecks}>
      <Card>
        <Table
          label={words.earlierChecks}
          columns={checkColumns}
          end={words.newestFirst(count(checks.length, 'check', locale))}
        >
          <tbody>
            {checks.map((check) => (
              <tr key={check.checkedAt}>
                <th scope="row">{formatMoment(check.checkedAt, locale)}</th>
                <td>{words.version2(check.versionNumber)}</td>
                <td>
                  {check.isSame ? (
                    words.same
                  ) : (
                    <button type="button" className={layout.textButton} onClick={() => onOpen(check)}>
                      {words.showTheDifferences}
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
