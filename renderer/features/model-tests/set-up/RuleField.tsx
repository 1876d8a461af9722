import { Checkbox, TextInput } from '@mantine/core'
import styles from './set-up.module.css'
import type { WorkflowDraft } from './set-up-draft.ts'

type RuleFieldProps = {
  rule: WorkflowDraft['rule']
  of: number
  error: string | undefined
  onChange: (rule: WorkflowDraft['rule']) => void
}

/** What is agreed before any output is there. */
export function RuleField({ rule, of, error, onChange }: RuleFieldProps) {
  return (
    <fieldset className={styles.rule}>
      <legend className={styles.sideName}>Rule</legend>
      <p className={styles.ruleLine}>
        Switch when {rule.noMustPassFailure && 'there is no must-pass failure and '}the candidate is better or
        the same on at least
        <TextInput
          aria-label="Better or the same on at least"
          className={styles.atLeast ?? ''}
          inputMode="numeric"
          value={rule.atLeast}
          error={error !== undefined}
          onChange={(event) => onChange({ ...rule, atLeast: event.currentTarget.value })}
        />
        of {of}.
      </p>
      {error && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
      <Checkbox
        label="One must-pass failure is enough to stay"
        checked={rule.noMustPassFailure}
        onChange={(event) => onChange({ ...rule, noMustPassFailure: event.currentTarget.checked })}
      />
    </fieldset>
  )
}
