import { Button, Switch, Textarea, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import type { ModelTest } from '../../../../shared/contract/model-tests/test.ts'
import { count } from '../../../parts/figures/words.ts'
import { SavingNote } from '../../../parts/saving/SavingNote.tsx'
import { Actions } from '../../../ui/layout/Actions.tsx'
import { Card } from '../../../ui/layout/Card.tsx'
import layout from '../../../ui/layout/layout.module.css'
import { Page } from '../../../ui/layout/Page.tsx'
import { Section } from '../../../ui/layout/Section.tsx'
import { locale } from '../../../ui/lib/locale.ts'
import { formatMoment } from '../../../ui/lib/moments.ts'
import { LockDialog } from './LockDialog.tsx'
import { ModelIds } from './ModelIds.tsx'
import { RuleField } from './RuleField.tsx'
import { SideFields } from './SideFields.tsx'
import styles from './set-up.module.css'
import { type SetUpEditing, useSetUpEditing } from './use-set-up-editing.ts'
import { VariableFields } from './VariableFields.tsx'
import { words } from './words.ts'

/** The set-up of a test while it can still be changed; stored while it is typed. */
export function SetUpForm({ test, eyebrow }: { test: ModelTest; eyebrow: ReactNode }) {
  const editing = useSetUpEditing(test)
  const isSaidByField = Object.keys(editing.problems).length > 0
  const [isLocking, setIsLocking] = useState(false)
  const [isChecking, setIsChecking] = useState(false)
  const lock = async () => {
    setIsChecking(true)
    if (await editing.settle()) setIsLocking(true)
    setIsChecking(false)
  }
  return (
    <Page eyebrow={eyebrow} title={words.setUpAndRule} aside={<Saved editing={editing} />}>
      <div className={styles.stack}>
        <SavingNote
          failure={isSaidByField ? null : editing.failure}
          isConflict={editing.isConflict}
          noun={words.setUp}
          onAgain={editing.settle}
          onMine={editing.keepMine}
          onOther={editing.takeOther}
        />
        <Why editing={editing} />
        <ModelIds />
        {test.workflows.map((workflow, index) => (
          <WorkflowSetUp key={workflow.workflowId} workflow={workflow} index={index} editing={editing} />
        ))}
        <Card>
          <Switch
            label={words.askAModelForA}
            description={words.itJudgesTheSamePairs}
            checked={editing.draft.useEvaluator}
            onChange={(event) => editing.change({ useEvaluator: event.currentTarget.checked })}
          />
        </Card>
        <Actions>
          <Button loading={isChecking} onClick={() => void lock()}>
            {words.agreeTheRuleAndLock2}
          </Button>
          <p className={styles.beside}>{words.outputsComeAfterThatSo}</p>
        </Actions>
      </div>
      {isLocking && <LockDialog test={test} onClose={() => setIsLocking(false)} />}
    </Page>
  )
}

function Saved({ editing: { failure, savedAt } }: { editing: SetUpEditing }) {
  return (
    <span className={layout.quiet} role="status">
      {failure !== null ? words.notSaved : savedAt && words.saved(formatMoment(savedAt, locale))}
    </span>
  )
}

function Why({ editing: { draft, problems, change } }: { editing: SetUpEditing }) {
  return (
    <Card>
      <div className={styles.why}>
        <Textarea
          label={words.reason}
          autosize
          minRows={1}
          maxRows={6}
          maxLength={1000}
          value={draft.reason}
          error={problems.reason}
          onChange={(event) => change({ reason: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={words.dateOfTheTest}
          value={draft.heldOn}
          error={problems.heldOn}
          onChange={(event) => change({ heldOn: event.currentTarget.value })}
        />
      </div>
    </Card>
  )
}

type WorkflowSetUpProps = {
  workflow: ModelTest['workflows'][number]
  index: number
  editing: SetUpEditing
}

function WorkflowSetUp({ workflow, index, editing }: WorkflowSetUpProps) {
  const { workflowId, workflowName, inputCount } = workflow
  const draft = editing.draft.workflows.find((each) => each.workflowId === workflowId)
  if (!draft) return null
  return (
    <Section
      title={workflowName}
      aside={
        <Link href={`/workflows/${workflowId}/test-inputs`}>
          {inputCount === 0 ? words.addStandardInputs : count(inputCount, words.standardInput, locale)}
        </Link>
      }
    >
      <Card>
        <div className={styles.sides}>
          {(['current', 'candidate'] as const).map((side) => (
            <SideFields
              key={side}
              side={side}
              workflowId={workflowId}
              draft={draft[side]}
              current={draft.current}
              problems={editing.problems}
              path={`workflows.${index}.${side}`}
              onChange={(next) => editing.changeWorkflow(workflowId, { [side]: next })}
            />
          ))}
        </div>
        <VariableFields
          draft={draft}
          onChange={(filling) => editing.changeWorkflow(workflowId, { filling })}
        />
        <RuleField
          rule={draft.rule}
          of={workflow.rule.of}
          error={editing.problems[`workflows.${index}.rule.atLeast`]}
          onChange={(rule) => editing.changeWorkflow(workflowId, { rule })}
        />
      </Card>
    </Section>
  )
}
