import type { Todo } from '../../../../shared/contract/results.ts'
import type { FoundOutput, FoundWording, RetiredFact } from '../../../../shared/contract/retired-facts.ts'
import { formatDay, formatMonthName, formatNumber } from '../../../../shared/domain/format.ts'
import {
  compileTerm,
  containsTerm,
  excerptAround,
  type Readable,
  readable,
  type Term,
} from '../../../../shared/domain/foundation/retired-facts.ts'
import type { Month } from '../../../../shared/domain/time/dates.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { AttentionSource } from '../../attention.ts'
import type { Context } from '../../context.ts'
import type { Handlers } from '../../handlers.ts'
import { createRetiredFactsRepository, type Fact, type FindRow, type NewFact } from './repository.ts'
import { createScan } from './scan.ts'

export type RetiredFacts = Handlers<'retiredFacts'> & {
  /** Looks for every retired fact in outputs just drawn, inside the caller's transaction. */
  scan: (itemIds: readonly number[]) => void
  attention: AttentionSource
}

const shownOutputs = 200
const shownTodos = 3

const wrongField = (field: string, message: string) =>
  new AppError('INVALID_INPUT', message, [{ field, message }])

/** Prices, names and terms that are no longer true, and where they still turn up. */
export function createRetiredFacts({ commands, db }: Context): RetiredFacts {
  const command = commands('retiredFacts')
  const repository = createRetiredFactsRepository(db)
  const { scan, scanFor, store } = createScan(repository)
  const wordingsInForce = createWordings(repository)

  function find(id: number): Fact {
    const fact = repository.fact(id)
    if (!fact) throw new AppError('NOT_FOUND', 'That retired fact is not here.')
    return fact
  }

  function assertSound({ term, sectionId }: NewFact, id: number | null, locale: string) {
    const { key } = compileTerm(term)
    if (key === '') throw wrongField('term', 'Enter what is retired.')
    const same = repository.facts().find((fact) => fact.id !== id && compileTerm(fact.term).key === key)
    if (same) {
      const day = formatDay(same.retiredOn, locale)
      throw wrongField(
        'term',
        `“${same.term}” is on the list already, retired on ${day}. Change that entry instead.`,
      )
    }
    if (sectionId !== null && !repository.isSection(sectionId)) {
      throw wrongField('sectionId', 'That section is not here any more. Choose another one.')
    }
  }

  function assertFresh(fact: Fact, rev: number | null) {
    if (fact.rev === rev) return
    throw new AppError(
      'CONFLICT',
      'This fact was changed in another window. What is saved there is shown now; what you typed here is kept for you to copy.',
    )
  }

  const counted = (fact: Fact): RetiredFact => ({
    ...fact,
    outputCount: repository.counts().get(fact.id) ?? 0,
    wordingCount: wordingsInForce()(compileTerm(fact.term)).length,
  })

  function log(action: string, id: number, before: Fact | null, after: Fact | null) {
    command.log({ action, entity: 'retired_fact', entityId: id, before, after })
  }

  return {
    scan,
    attention: (locale) => ({ todos: todosOf(repository, wordingsInForce, locale), dates: [] }),
    list() {
      const counts = repository.counts()
      const wordingsWith = wordingsInForce()
      return repository.facts().map((fact) => ({
        ...fact,
        outputCount: counts.get(fact.id) ?? 0,
        wordingCount: wordingsWith(compileTerm(fact.term)).length,
      }))
    },
    get({ id }) {
      const fact = find(id)
      const term = compileTerm(fact.term)
      return {
        ...counted(fact),
        outputs: repository.finds(id, shownOutputs).map((row) => toFoundOutput(row, term)),
        wordings: wordingsInForce()(term),
      }
    },
    async save({ id, rev, ...fields }, { locale }) {
      const check = () => {
        if (id !== null) assertFresh(find(id), rev)
        assertSound(fields, id, locale)
      }
      check()
      const found = await scanFor(fields)
      const fact = command(() => {
        check()
        const before = id === null ? null : find(id)
        if (before) repository.update(before.id, fields)
        const saved = find(before?.id ?? repository.insert(fields))
        store(saved, found)
        log(before ? 'update' : 'create', saved.id, before, saved)
        return saved
      })
      return counted(fact)
    },
    remove({ id }) {
      command(() => {
        const fact = find(id)
        repository.remove(id)
        log('remove', id, fact, null)
      })
      return null
    },
  }
}

type Repository = ReturnType<typeof createRetiredFactsRepository>
type WordingsInForce = ReturnType<typeof createWordings>

/** Reads the wordings in force, and then searches them for terms. A version never changes: each is read once. */
function createWordings(repository: Repository) {
  let texts = new Map<number, Readable>()

  return function inForce(): (term: Term) => FoundWording[] {
    const read = repository.wordings().map(({ versionId, ...wording }) => {
      const text = texts.get(versionId) ?? readable(repository.wordingText(versionId))
      return { versionId, wording, text }
    })
    texts = new Map(read.map(({ versionId, text }) => [versionId, text]))
    return (term) =>
      read
        .filter(({ text }) => containsTerm(text, term))
        .map(({ wording, text }) => ({ ...wording, excerpt: excerptAround(text, term) }))
  }
}

function toFoundOutput({ aiText, finalText, isInFinal, ...row }: FindRow, term: Term): FoundOutput {
  const shown = isInFinal === 1 && finalText !== null ? finalText : aiText
  return { ...row, isInFinal: isInFinal === 1, excerpt: excerptAround(readable(shown), term) }
}

/** Facts still said in the latest month under review or by a prompt in force, the most often found first. */
function todosOf(repository: Repository, inForce: WordingsInForce, locale: string): Todo[] {
  const { month, counts } = repository.latest()
  const wordingsWith = inForce()
  const found = repository.facts().map((fact) => ({
    ...fact,
    outputs: counts.get(fact.id) ?? 0,
    prompts: wordingsWith(compileTerm(fact.term)).filter(({ kind }) => kind === 'prompt').length,
  }))
  return found
    .filter(({ outputs, prompts }) => outputs + prompts > 0)
    .sort((a, b) => b.outputs - a.outputs || b.prompts - a.prompts)
    .slice(0, shownTodos)
    .map(({ id, term, replacement, outputs, prompts }) => ({
      id: `retired:${id}`,
      title: `“${term}” is retired but still in ${places({ outputs, prompts, month, locale })}`,
      detail: replacement
        ? `It is “${replacement}” now. See where the old wording comes from.`
        : 'See where the old wording comes from.',
      action: 'See where',
      target: { page: 'retired-facts' },
      mark: null,
    }))
}

type Places = { outputs: number; prompts: number; month: Month | null; locale: string }

/** "4 outputs of November and 1 prompt". */
function places({ outputs, prompts, month, locale }: Places): string {
  const count = (n: number, one: string) => `${formatNumber(n, 0, locale)} ${n === 1 ? one : `${one}s`}`
  return [
    ...(outputs === 0 || month === null
      ? []
      : [`${count(outputs, 'output')} of ${formatMonthName(month, locale)}`]),
    ...(prompts === 0 ? [] : [count(prompts, 'prompt')]),
  ].join(' and ')
}
