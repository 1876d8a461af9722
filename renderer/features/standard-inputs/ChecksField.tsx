import { Button, NativeSelect, TextInput } from '@mantine/core'
import type { Check } from '../../../shared/contract/standard-inputs.ts'
import layout from '../../ui/layout/layout.module.css'
import { Icon } from '../../ui/marks/Icon.tsx'
import { IconButton } from '../../ui/marks/IconButton.tsx'
import { type CheckDraft, type InputProblems, newCheck } from './input-draft.ts'
import { checkLabels } from './input-words.ts'
import styles from './standard-inputs.module.css'
import { words } from './words.ts'

type ChecksFieldProps = {
  checks: readonly CheckDraft[]
  problems: InputProblems
  onChange: (checks: CheckDraft[]) => void
}

const most = 12
const kinds = Object.entries(checkLabels).map(([value, label]) => ({ value, label }))

/** What a program can tell about an output without judgement. */
export function ChecksField({ checks, problems, onChange }: ChecksFieldProps) {
  const set = (index: number, part: Partial<CheckDraft>) =>
    onChange(checks.map((check, each) => (each === index ? { ...check, ...part } : check)))
  return (
    <fieldset>
      <legend className={layout.fieldLabel}>{words.checks}</legend>
      <p className={styles.hint}>{words.whatCanBeCheckedWithout}</p>
      {checks.length > 0 && (
        <ul className={styles.checks}>
          {checks.map((check, index) => (
            <li key={check.key}>
              <NativeSelect
                aria-label={words.check(index + 1)}
                value={check.kind}
                data={kinds}
                onChange={(event) => set(index, { kind: event.currentTarget.value as Check['kind'] })}
              />
              {check.kind !== 'json' && (
                <TextInput
                  aria-label={words.ofCheck(valueLabels[check.kind], index + 1)}
                  placeholder={valueLabels[check.kind]}
                  inputMode={check.kind === 'words_at_most' ? 'numeric' : 'text'}
                  value={check.value}
                  error={problems[`checks.${index}.value`]}
                  onChange={(event) => set(index, { value: event.currentTarget.value })}
                />
              )}
              <IconButton
                icon="close"
                className={styles.remove}
                label={words.removeCheck(index + 1)}
                onClick={() => onChange(checks.filter((_, each) => each !== index))}
              />
            </li>
          ))}
        </ul>
      )}
      <Button
        variant="subtle"
        className={styles.addCheck ?? ''}
        leftSection={<Icon name="plus" />}
        disabled={checks.length >= most}
        onClick={() => onChange([...checks, newCheck()])}
      >
        {words.addACheck}
      </Button>
    </fieldset>
  )
}

const valueLabels: Readonly<Record<Exclude<Check['kind'], 'json'>, string>> = {
  contains: words.text,
  lacks: words.text,
  words_at_most: words.words,
  matches: words.pattern,
}
