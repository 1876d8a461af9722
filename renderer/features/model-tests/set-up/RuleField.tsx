import { Checkbox, TextInput } from '@mantine/core'
import layout from '../../../ui/layout/layout.module.css'
import styles from './set-up.module.css'
import type { WorkflowDraft } from './set-up-draft.ts'
import { words } from './words.ts'

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
      <legend className={styles.sideName}>{words.rule}</legend>
      <p className={styles.ruleLine}>
        {words.switchWhen}
        {rule.noMustPassFailure && words.thereIsNoMustPass}
        {words.theCandidateIsBetterOr}
        <TextInput
          aria-label={words.betterOrTheSameOn}
          className={styles.atLeast ?? ''}
          inputMode="numeric"
          value={rule.atLeast}
          error={error !== undefined}
          onChange={(event) => onChange({ ...rule, atLeast: event.currentTarget.value })}
        />
        {words.of(of)}
      </p>
      <p className={layout.underField}>{words.bothBadCountsForNeither}</p>
      {error && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
      <Checkbox
        label={words.oneMustPassFailureIs}
        checked={rule.noMustPassFailure}
        onChange={(event) => onChange({ ...rule, noMustPassFailure: event.currentTarget.checked })}
      />
    </fieldset>
  )
}
