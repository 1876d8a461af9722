import { NativeSelect, Textarea } from '@mantine/core'
import type { Filling } from '../../../../shared/contract/model-tests/test.ts'
import { inputApart, inputVariable } from '../../../../shared/domain/model-tests/model-question.ts'
import { variablesOf } from '../../../../shared/domain/text/template.ts'
import layout from '../../../ui/layout/layout.module.css'
import styles from './set-up.module.css'
import type { WorkflowDraft } from './set-up-draft.ts'
import { words } from './words.ts'

type Props = {
  draft: Pick<WorkflowDraft, 'current' | 'candidate' | 'filling'>
  onChange: (filling: Filling) => void
}

const unasked = 'unasked'

/** What the variables of both prompts stand for, asked once; nothing where the input takes the only place there is. */
export function VariableFields({ draft: { current, candidate, filling }, onChange }: Props) {
  const texts = [current.instructions, candidate.instructions]
  const names = [...new Set(texts.flatMap(variablesOf))]
  const places = texts.map((text) => inputVariable(text, filling))
  const others = names.filter((name) => !places.includes(name))
  if (others.length === 0 && filling.input === null) return null
  const isUnasked = places.includes(undefined)
  const inPlace = filling.input ?? places.find((place) => typeof place === 'string')
  const chosen = inPlace === undefined || isUnasked ? unasked : inPlace
  return (
    <fieldset className={styles.rule}>
      <legend className={styles.sideName}>{words.variables}</legend>
      <p className={layout.underField}>{words.filledInTheSameOnBothSides}</p>
      <div className={styles.sides}>
        <NativeSelect
          label={words.whichOneIsTheInput}
          value={chosen}
          error={isUnasked ? words.chooseTheInput : undefined}
          data={[
            ...(chosen === unasked ? [{ value: unasked, label: words.choose }] : []),
            ...names.map((name) => ({ value: name, label: words.variable(name) })),
            { value: inputApart, label: words.noneOfThem },
          ]}
          onChange={(event) => onChange({ ...filling, input: event.currentTarget.value })}
        />
        <div className={styles.side}>
          {others.map((name) => (
            <Textarea
              key={name}
              label={words.standsFor(name)}
              autosize
              minRows={1}
              maxRows={8}
              value={filling.values[name] ?? ''}
              error={(filling.values[name] ?? '').trim() === '' ? words.notFilledYet : undefined}
              onChange={(event) =>
                onChange({ ...filling, values: { ...filling.values, [name]: event.currentTarget.value } })
              }
            />
          ))}
        </div>
      </div>
    </fieldset>
  )
}
