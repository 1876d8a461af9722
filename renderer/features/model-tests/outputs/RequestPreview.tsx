import { useState } from 'react'
import { Link } from 'wouter'
import type { RequestPreview as Preview, SendPlan } from '../../../../shared/contract/model-tests/outputs.ts'
import { formatNumber } from '../../../../shared/domain/format.ts'
import { samplingLabels } from '../../../../shared/domain/model-tests/model-settings.ts'
import { Segmented } from '../../../ui/fields/Segmented.tsx'
import { Facts } from '../../../ui/layout/Facts.tsx'
import layout from '../../../ui/layout/layout.module.css'
import { Section } from '../../../ui/layout/Section.tsx'
import { locale } from '../../../ui/lib/locale.ts'
import { sideLabels } from '../set-up/set-up-words.ts'
import styles from './request-preview.module.css'
import { words } from './words.ts'

/** One whole request of each side, with what fills its variables, before the first is sent. */
export function RequestPreview({ previews }: Pick<SendPlan, 'previews'>) {
  const [at, setAt] = useState('0')
  const preview = previews[Number(at)] ?? previews[0]
  if (!preview) return null
  const isOneWorkflow = new Set(previews.map(({ workflowId }) => workflowId)).size === 1
  const options = previews.map(({ workflowName, side, model }, index) => ({
    value: String(index),
    label: `${isOneWorkflow ? '' : `${workflowName}, `}${sideLabels[side]}: ${model}`,
  }))
  return (
    <Section title={words.oneWholeRequest}>
      {options.length > 1 && (
        <Segmented label={words.whichRequest} value={at} options={options} onChange={setAt} />
      )}
      <p className={layout.quiet}>{words.withTheInput(preview.inputName)}</p>
      <Request preview={preview} />
    </Section>
  )
}

function Request({ preview }: { preview: Preview }) {
  const { model, maxTokens, host, settings, notSent, instructions, message, body } = preview
  const sent = settings.map(({ name, value }) => `${samplingLabels[name]} ${value.toLocaleString(locale)}`)
  return (
    <div className={styles.request}>
      <Facts
        facts={[
          [words.to, host],
          [words.model, model],
          [words.longestAnswer, words.tokens(formatNumber(maxTokens, 0, locale))],
          [words.settingsSent, sent.join(', ') || words.none],
          ...(notSent.length > 0
            ? [[words.notSent, <NotSent key="not-sent" notSent={notSent} />] as const]
            : []),
        ]}
      />
      {instructions.length > 0 && <Text heading={words.instructions} pieces={instructions} />}
      <Text heading={words.message} pieces={message} />
      <details>
        <summary>{words.exactly}</summary>
        <pre className={styles.text}>{body}</pre>
      </details>
    </div>
  )
}

function NotSent({ notSent }: Pick<Preview, 'notSent'>) {
  return (
    <>
      {notSent.map(({ line, why }) => (
        <span key={line} className={styles.line}>
          {line}: {why}
        </span>
      ))}
      <Link href="/settings/model-tests">{words.settingsOfModels}</Link>
    </>
  )
}

function Text({ heading, pieces }: { heading: string; pieces: Preview['message'] }) {
  return (
    <section aria-label={heading}>
      <h3 className={layout.smallHeading}>{heading}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre className={styles.text} dir="auto" tabIndex={0}>
        {pieces.map(({ text, variable }, index) =>
          variable === null ? (
            text
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text stand in their order
            <mark key={index} className={styles.filled} title={words.fillsIn(variable)}>
              {text}
            </mark>
          ),
        )}
      </pre>
    </section>
  )
}
