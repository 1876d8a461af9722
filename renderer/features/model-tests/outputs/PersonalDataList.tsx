import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { SendPlan } from '../../../../shared/contract/model-tests/outputs.ts'
import { client, orpc } from '../../../api/client.ts'
import { count } from '../../../parts/figures/words.ts'
import { ErrorNote } from '../../../ui/feedback/ErrorNote.tsx'
import layout from '../../../ui/layout/layout.module.css'
import { locale } from '../../../ui/lib/locale.ts'
import styles from './outputs.module.css'
import { foundWords } from './outputs-words.ts'
import { words } from './words.ts'

type Personal = SendPlan['personal']

/** Inputs that seem to contain personal data, and whether it goes out as it is. */
export function PersonalDataList({ personal }: { personal: Personal }) {
  const mask = useMutation(orpc.modelTests.mask.mutationOptions())
  const maskAll = useMutation({ mutationFn: maskEvery })
  const open = personal.filter(({ isMasked }) => !isMasked)
  return (
    <section className={styles.personal} aria-labelledby="personal-data">
      <div className={layout.sectionHead}>
        <h2 id="personal-data" className={styles.smallHeading}>
          {words.toContainPersonalData(count(personal.length, words.inputSeems, locale, words.inputsSeem))}
        </h2>
        {open.length > 1 && (
          <Button variant="default" loading={maskAll.isPending} onClick={() => maskAll.mutate(open)}>
            {words.maskAll}
          </Button>
        )}
      </div>
      <ul className={styles.personalList}>
        {personal.map(({ inputId, name, found, isMasked }) => (
          <li key={inputId}>
            <div>
              <b>{name}</b>
              <p className={layout.quiet}>
                {isMasked ? words.maskedGoesOutAsE : ''}
                {found.map(foundWords).join(', ')}
              </p>
            </div>
            <Button
              variant="subtle"
              aria-label={isMasked ? words.sendAsItIs(name) : words.mask(name)}
              onClick={() => mask.mutate({ inputId, isMasked: !isMasked })}
            >
              {isMasked ? words.sendAsItIs2 : words.mask2}
            </Button>
          </li>
        ))}
      </ul>
      {mask.isError && <ErrorNote error={mask.error} />}
      {maskAll.isError && <ErrorNote error={maskAll.error} />}
    </section>
  )
}

async function maskEvery(personal: Personal): Promise<void> {
  for (const { inputId } of personal) await client.modelTests.mask({ inputId, isMasked: true })
}
