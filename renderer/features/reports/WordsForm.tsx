import { Button, Textarea, TextInput } from '@mantine/core'
import { useId } from 'react'
import type { Decision, ReportWords } from '../../../shared/contract/reports/reports.ts'
import { formatNumber } from '../../../shared/domain/format.ts'
import { NameField } from '../../parts/people/NameField.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { IconButton } from '../../ui/marks/IconButton.tsx'
import styles from './place.module.css'
import { words } from './words.ts'

const mostCharacters = 160
const mostDecisions = 3

type Props = { value: ReportWords; onChange: (value: ReportWords) => void }

/** The owner's own part of the page. */
export function WordsForm({ value: typed, onChange: change }: Props) {
  const heading = useId()
  const setDecision = (index: number, part: Partial<Decision>) =>
    change({
      ...typed,
      decisions: typed.decisions.map((each, at) => (at === index ? { ...each, ...part } : each)),
    })
  const count = (n: number) => formatNumber(n, 0, locale)
  return (
    <>
      <Textarea
        label={words.yourSentence}
        description={words.ofCharacters(count(typed.sentence.length), count(mostCharacters))}
        placeholder={words.sentenceHint}
        maxLength={mostCharacters}
        autosize
        minRows={2}
        classNames={{ input: styles.sentence ?? '' }}
        value={typed.sentence}
        onChange={(event) => change({ ...typed, sentence: event.currentTarget.value })}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a legend cannot stand in a row with what is beside it */}
      <div role="group" aria-labelledby={heading} className={styles.decisions}>
        <div className={styles.head}>
          <span id={heading}>{words.decisionsNeeded}</span>
          <span className={styles.quiet}>{words.threeFit}</span>
        </div>
        {typed.decisions.map((decision, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a decision has no other name than its place
          <div key={index} className={styles.decision}>
            <TextInput
              className={styles.what ?? ''}
              aria-label={words.what}
              placeholder={words.what}
              maxLength={80}
              value={decision.what}
              onChange={(event) => setDecision(index, { what: event.currentTarget.value })}
            />
            <NameField
              aria-label={words.who}
              placeholder={words.who}
              maxLength={60}
              value={decision.who}
              onChange={(event) => setDecision(index, { who: event.currentTarget.value })}
            />
            <TextInput
              aria-label={words.by}
              type="date"
              value={decision.by ?? ''}
              onChange={(event) => setDecision(index, { by: event.currentTarget.value || null })}
            />
            <IconButton
              icon="close"
              label={words.removeDecision(decision.what)}
              onClick={() => change({ ...typed, decisions: typed.decisions.filter((_, at) => at !== index) })}
            />
          </div>
        ))}
        {typed.decisions.length < mostDecisions && (
          <Button
            variant="default"
            onClick={() =>
              change({ ...typed, decisions: [...typed.decisions, { what: '', who: '', by: null }] })
            }
          >
            {words.addDecision}
          </Button>
        )}
      </div>
    </>
  )
}
