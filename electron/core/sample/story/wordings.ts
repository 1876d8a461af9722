import { formatDay } from '../../../../shared/domain/format.ts'
import { modelText } from '../../../../shared/domain/model-tests/model-text.ts'
import { addMonths, type Day, lastDayOf, monthOf } from '../../../../shared/domain/time/dates.ts'
import type { OpenCompany } from '../../open-company.ts'
import { sampleSections } from '../texts/foundation.ts'
import type { SampleUpdate } from '../texts/foundation-updates.ts'
import { sampleSettings } from '../texts/prompts.ts'

export const call = { locale: 'en-GB' }

/** What went live, why, what led to it, and how far it goes. */
type Occasion = {
  liveOn: Day
  why: string
  signalIds?: number[]
  actionIds?: number[]
  pilot?: { team: string; until: Day }
}
type Replacement = SampleUpdate['replace']

const offerMonths = 3

/** Publishes the wordings of the sample company; the ids of workflows are in the order of the sample's list. */
export function createWordings(
  { documents, changes }: OpenCompany['services'],
  workflowIds: readonly number[],
) {
  const texts = new Map(sampleSections.map(({ name, text }) => [name, text]))
  const sectionIds = new Map<string, number>()

  const idOf = (section: string): number => {
    const id = sectionIds.get(section)
    if (id === undefined) throw new Error(`The sample has no section ${section}`)
    return id
  }

  const approvalOf = ({ liveOn, why, signalIds = [], actionIds = [], pilot }: Occasion) => ({
    liveOn,
    why,
    decidedBy: 'Dana',
    approvedBy: 'Dana',
    rollOut: pilot
      ? { stage: 'pilot' as const, ...pilot }
      : { stage: 'production' as const, team: '', until: null },
    signalIds,
    actionIds,
  })

  async function publish(id: number, text: string, drawsOn: number[], occasion: Occasion): Promise<number> {
    const { draft } = await documents.get({ id }, call)
    await documents.saveDraft({ id, rev: draft?.rev ?? null, text, sectionIds: drawsOn }, call)
    const { change } = await documents.publish({ id, ...approvalOf(occasion) }, call)
    await carryOut(change.number)
    return change.number
  }

  async function carryOut(number: number) {
    for (const step of ['pasted', 'tested'] as const) {
      await changes.tick({ number, step, isDone: true }, call)
    }
  }

  async function begin(liveOn: Day) {
    const sections = sampleSections.map(({ name, text }) => ({
      name,
      text: filled(text, liveOn),
    }))
    const approval = approvalOf({
      liveOn,
      why: 'The Foundation as it was agreed before the first workflow went live.',
    })
    const made = await documents.importSections({ sections, ...approval }, call)
    for (const [at, { id, name }] of made.entries()) {
      const { verifier = '', intervalDays = 180 } = sampleSections[at] ?? {}
      await documents.update({ id, name, verifier, intervalDays }, call)
      sectionIds.set(name, id)
    }
    for (const [at, { prompt, drawsOn, ...model }] of sampleSettings.entries()) {
      const occasion = { liveOn, why: 'The first one, for going live.' }
      const create = async (
        kind: 'prompt' | 'model',
        name: string,
        text: string,
        drawn: readonly string[],
      ) => {
        const { id } = await documents.create({ kind, workflowId: workflowIds[at] ?? 0, name, text }, call)
        await publish(id, text, drawn.map(idOf), occasion)
      }
      await create('prompt', 'Prompt', prompt, drawsOn)
      await create('model', 'Model', modelText(model), [])
    }
  }

  return {
    idOf,
    begin,
    /** Ticks what is to be done for a change that was published. */
    carryOut,
    /** Publishes a section's next version; gives the number of its change. */
    updateSection({ section, replace }: SampleUpdate, occasion: Occasion) {
      const text = replaced(texts.get(section) ?? '', replace)
      texts.set(section, text)
      return publish(idOf(section), filled(text, occasion.liveOn), [], occasion)
    },
    /** Publishes the next version of a workflow's prompt; gives the number of its change. */
    async updatePrompt(
      { workflow, replace }: { workflow: number; replace: Replacement },
      occasion: Occasion,
    ) {
      const all = await documents.list({ workflowId: workflowIds[workflow] ?? 0 }, call)
      const document = all.find((each) => each.kind === 'prompt')
      if (!document?.current) throw new Error(`Workflow ${workflow} of the sample has no prompt`)
      const { text, sectionIds: drawn } = document.current
      return publish(document.id, replaced(text, replace), drawn, occasion)
    },
  }
}

function replaced(text: string, replace: Replacement): string {
  return replace.reduce((result, [earlier, later]) => {
    if (!result.includes(earlier)) throw new Error(`The sample's wording does not hold “${earlier}”`)
    return result.replace(earlier, () => later)
  }, text)
}

/** The offer ends on the last day of a month; that of the price list ends just before the drift begins. */
const filled = (text: string, liveOn: Day) =>
  text.replace('{offerEnd}', formatDay(lastDayOf(addMonths(monthOf(liveOn), offerMonths)), call.locale))
