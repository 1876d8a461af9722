import { Textarea } from '@mantine/core'
import { useId } from 'react'
import { Link } from 'wouter'
import type { RegisterEntry } from '../../../shared/contract/register.ts'
import { registerTextIds, registerTexts } from '../../../shared/domain/register-texts.ts'
import { NameField } from '../../parts/people/NameField.tsx'
import { SavingNote } from '../../parts/saving/SavingNote.tsx'
import { refusalsOf } from '../../ui/fields/refusals.ts'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { Section } from '../../ui/layout/Section.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { formatMoment } from '../../ui/lib/moments.ts'
import styles from './register.module.css'
import { dataClasses } from './register-words.ts'
import type { RegisterEditing } from './use-register-editing.ts'
import { words } from './words.ts'

type RegisterFieldsCardProps = { entry: RegisterEntry; editing: RegisterEditing }

/** Who looks after the workflow, the data it handles, and what people do around it. Stored while it is typed. */
export function RegisterFieldsCard({ entry, editing }: RegisterFieldsCardProps) {
  const { fields, change, flush, failure } = editing
  const { problems, rest } = refusalsOf(failure, ['deputy', ...registerTextIds])
  return (
    <Section
      title={words.whoLooksAfterIt}
      aside={
        <span className={layout.quiet} role="status">
          {failure === null && editing.savedAt && words.saved(formatMoment(editing.savedAt, locale))}
          {failure !== null && words.notSavedYet}
        </span>
      }
    >
      <Card>
        <div className={layout.fields}>
          <SavingNote
            failure={rest}
            isConflict={editing.isConflict}
            noun={words.entry}
            onAgain={editing.settle}
            onMine={editing.keepMine}
            onOther={editing.takeOther}
          />
          <div>
            <p className={styles.label}>{words.purpose}</p>
            <p className={styles.owner}>
              {entry.purpose === '' ? words.notWrittenDownYet : entry.purpose}{' '}
              <Link href={`/workflows/${entry.workflowId}/set-up`}>
                {entry.purpose === '' ? words.writeItInSetUp : words.changeInSetUp}
              </Link>
            </p>
          </div>
          <div className={layout.pair}>
            <div>
              <p className={styles.label}>{words.owner}</p>
              <small>{words.whoAnswersForIt}</small>
              <p className={styles.owner}>
                {entry.owner === '' ? words.nobodyYet : entry.owner}{' '}
                <Link href={`/workflows/${entry.workflowId}/set-up`}>
                  {entry.owner === '' ? words.nameOneInSetUp : words.changeInSetUp}
                </Link>
              </p>
            </div>
            <NameField
              label={words.deputy}
              description={words.whoDecidesWhileTheOwner}
              maxLength={120}
              value={fields.deputy}
              error={problems.deputy}
              onChange={(event) => change({ deputy: event.currentTarget.value })}
              onBlur={flush}
            />
          </div>
          <DataClassField editing={editing} />
          {registerTextIds.map((id) => (
            <Textarea
              key={id}
              label={registerTexts[id].label}
              description={registerTexts[id].description}
              autosize
              minRows={2}
              maxRows={12}
              maxLength={2000}
              value={fields[id]}
              error={problems[id]}
              onChange={(event) => change({ [id]: event.currentTarget.value })}
              onBlur={flush}
            />
          ))}
        </div>
      </Card>
    </Section>
  )
}

function DataClassField({ editing: { fields, change, flush } }: { editing: RegisterEditing }) {
  const name = useId()
  return (
    <fieldset>
      <legend className={layout.fieldLabel}>{words.dataItHandles}</legend>
      <div className={styles.classes}>
        {dataClasses.map(({ value, label, meaning }) => (
          <label key={value} className={styles.class}>
            <input
              type="radio"
              name={name}
              aria-describedby={`${name}-${value}`}
              checked={fields.dataClass === value}
              onChange={() => {
                change({ dataClass: value })
                flush()
              }}
            />
            <span>{label}</span>
            <span id={`${name}-${value}`} className={styles.meaning} aria-hidden="true">
              {meaning}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
