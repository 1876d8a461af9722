import { Button } from '@mantine/core'
import { client } from '../../api/client.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Actions } from '../../ui/layout/Actions.tsx'
import { Section } from '../../ui/layout/Section.tsx'
import { SaveProgress } from './SaveProgress.tsx'
import { useSaveJob } from './use-save-job.ts'
import { words } from './words.ts'

/** All on record in one file, for an auditor or a customer's questionnaire. */
export function SaveEvidence() {
  const save = useSaveJob(() => client.exports.evidencePack())
  return (
    <Section
      title={words.evidence}
      aside={
        <Actions>
          <SaveProgress save={save} label={words.soFar} />
          <Button variant="default" loading={save.isBusy} onClick={() => save.start(undefined)}>
            {words.saveTheEvidence}
          </Button>
        </Actions>
      }
    >
      <p>{words.whatTheEvidenceHolds}</p>
      {save.error && <ErrorNote error={save.error} />}
    </Section>
  )
}
