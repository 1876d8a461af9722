import type { Person } from '../../../../shared/contract/people.ts'
import type { Todo } from '../../../../shared/contract/results.ts'
import { formatDay } from '../../../../shared/domain/format.ts'
import type { Day } from '../../../../shared/domain/time/dates.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { AttentionSource } from '../../attention.ts'
import type { Context } from '../../context.ts'
import type { Handlers } from '../../handlers.ts'
import { documentEvidence } from '../documents/evidence.ts'
import { createDocumentsRepository } from '../documents/repository.ts'
import { createPeopleRepository } from './repository.ts'

/** When somebody has to be here, how a day is written, and what to do about it; today where nothing is said. */
type HereOptions = { on?: Day; locale?: string; advice?: string }

export type People = Handlers<'people'> & {
  /** Throws INVALID_INPUT for `field` when that name is of somebody who has left. Other names pass. */
  assertHere: (name: string, field: string, options?: HereOptions) => void
  attention: AttentionSource
}

const namedAtMost = 3

const wrongField = (field: string, message: string) =>
  new AppError('INVALID_INPUT', message, [{ field, message }])

/** Who owns, checks and decides. A section's verifier is a name; nobody is added by being named there. */
export function createPeople({ commands, db, clock }: Context): People {
  const command = commands('people')
  const repository = createPeopleRepository(db)
  const documents = createDocumentsRepository(db)

  function find(id: number): Person {
    const person = repository.get(id)
    if (!person) throw new AppError('NOT_FOUND', 'That person is not here any more.')
    return person
  }

  const hasLeft = (person: Person, on = clock.today()) => person.leftOn !== null && person.leftOn <= on

  function log(action: string, id: number, before: Person | null, after: Person | null) {
    command.log({ action, entity: 'person', entityId: id, before, after })
  }

  /** Inside the caller's transaction. */
  function moveSections(from: string, to: string) {
    for (const id of repository.sectionsOf(from)) {
      const before = documents.get(id)
      if (!before) throw new Error('A section that is checked is not there')
      const after = { ...before, verifier: to }
      documents.update(id, after)
      command.log({
        action: 'hand_over',
        entity: 'document',
        entityId: id,
        before: documentEvidence(before),
        after: documentEvidence(after),
      })
    }
  }

  function assertFree(name: string, id: number | null) {
    const taken = repository.named(name)
    if (taken && taken.id !== id) {
      throw wrongField('name', `${taken.name} is here already. Add something that tells the two apart.`)
    }
  }

  function assertUnneeded({ name, checks }: Person) {
    const actions = repository.openActionsOf(name)
    const reasons = [
      ...(checks.length === 0 ? [] : [`checks ${inWords(checks)}`]),
      ...(actions.length === 0 ? [] : [`still has to do: ${inWords(actions.map((what) => `“${what}”`))}`]),
    ]
    if (reasons.length === 0) return
    throw new AppError('CONFLICT', `${name} ${reasons.join(' and ')}. Give that to somebody else first.`)
  }

  return {
    list: () => repository.list(),
    save({ id, ...fields }) {
      return command(() => {
        const before = id === null ? null : find(id)
        assertFree(fields.name, id)
        if (before === null) {
          const created = find(repository.insert(fields))
          log('create', created.id, null, created)
          return created
        }
        if (before.name !== fields.name) moveSections(before.name, fields.name)
        repository.update(before.id, fields)
        const after = find(before.id)
        log('update', before.id, before, after)
        return after
      })
    },
    remove({ id }) {
      command(() => {
        const person = find(id)
        assertUnneeded(person)
        repository.remove(id)
        log('remove', id, person, null)
      })
      return null
    },
    handOver({ fromId, toId }, { locale }) {
      command(() => {
        const [from, to] = [find(fromId), find(toId)]
        if (from.id === to.id) throw wrongField('toId', `Choose somebody else than ${from.name}.`)
        assertHere(to.name, 'toId', { locale, advice: 'Choose somebody who is here.' })
        moveSections(from.name, to.name)
        log('hand_over', from.id, from, find(from.id))
      })
      return repository.list()
    },
    assertHere,
    attention: (locale) => ({
      todos: repository
        .list()
        .filter((person) => hasLeft(person) && person.checks.length > 0)
        .map((person) => withoutVerifier(person, locale)),
      dates: [],
    }),
  }

  function assertHere(name: string, field: string, options: HereOptions = {}) {
    const { on, locale = 'en-GB', advice = 'Enter who checks it now.' } = options
    const person = repository.named(name.trim())
    if (!person?.leftOn || !hasLeft(person, on)) return
    throw wrongField(field, `${person.name} left on ${formatDay(person.leftOn, locale)}. ${advice}`)
  }
}

function withoutVerifier({ id, name, leftOn, checks }: Person, locale: string): Todo {
  const sections = checks.length > namedAtMost ? `${checks.length} sections` : inWords(checks, locale)
  const isOne = checks.length === 1
  return {
    id: `left:${id}`,
    title: `${name} left: ${sections} ${isOne ? 'has' : 'have'} nobody who checks ${isOne ? 'it' : 'them'}`,
    detail: `${name} left on ${formatDay(leftOn ?? '', locale)}. Somebody else has to say whether ${isOne ? 'it is' : 'they are'} still true.`,
    action: isOne ? 'Choose who checks it' : 'Choose who checks them',
    target: { page: 'people' },
    status: null,
  }
}

/** "Tone, Terms and Offer"; in English where nobody asked in a language of their own. */
const inWords = (names: readonly string[], locale = 'en-GB') =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(names)
