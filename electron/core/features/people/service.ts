import type { HeldKind, Person } from '../../../../shared/contract/people.ts'
import type { Todo } from '../../../../shared/contract/results.ts'
import { formatDay } from '../../../../shared/domain/format.ts'
import type { Day } from '../../../../shared/domain/time/dates.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { AttentionSource } from '../../attention.ts'
import type { Command } from '../../command.ts'
import type { Context } from '../../context.ts'
import type { PeopleTie } from '../../db/people-sql.ts'
import type { Handlers } from '../../handlers.ts'
import { createPeopleRepository, type PersonFields } from './repository.ts'

/** When somebody has to be here, how a day is written, and what to do about it; today where nothing is said. */
type HereOptions = { on?: Day; locale?: string; advice?: string }

export type People = Handlers<'people'> & {
  /** Throws INVALID_INPUT for `field` when that name is of somebody who has left. Other names pass. */
  assertHere: (name: string, field: string, options?: HereOptions) => void
  /** Makes sure that whoever is named is a person, inside the caller's transaction. '' names nobody. */
  know: (name: string) => void
  everyone: () => Person[]
  /** A feature says once, when it is made, what people hold in its tables. */
  hold: (holding: Holding) => void
  attention: AttentionSource
}

/** What people hold in one feature's tables, as the log names it, and the log it goes to. */
type Holding = PeopleTie & { kind: HeldKind; entity: string; field: string; log: Command['log'] }

const namedAtMost = 3

const wrongField = (field: string, message: string) =>
  new AppError('INVALID_INPUT', message, [{ field, message }])

/** Who owns, checks and decides. Whoever is named as such is a person from then on. */
export function createPeople({ commands, db, clock }: Context): People {
  const command = commands('people')
  const repository = createPeopleRepository(db)
  const holdings: Holding[] = []

  function find(id: number): Person {
    const person = repository.get(id)
    if (!person) throw new AppError('NOT_FOUND', 'That person is not here any more.')
    return person
  }

  const hasLeft = (person: Person, on = clock.today()) => person.leftOn !== null && person.leftOn <= on

  function log(action: string, id: number, before: Person | null, after: Person | null) {
    command.log({ action, entity: 'person', entityId: id, before, after })
  }

  /** Keeps a person, linked to what names them already; inside the caller's transaction. */
  function keep(before: Person | null, fields: PersonFields): Person {
    const id = before?.id ?? repository.insert(fields)
    if (before) repository.update(id, fields)
    for (const { takeUp } of holdings) takeUp({ id, name: fields.name })
    return find(id)
  }

  /** Inside the caller's transaction. Incidents go with their workflow. */
  function moveAll(from: Person, to: Person) {
    for (const { handOver } of holdings) handOver({ from: from.id, to: to.id })
    for (const { kind, id, name } of from.holds) {
      const holding = holdings.find((each) => each.kind === kind)
      holding?.log({
        action: 'hand_over',
        entity: holding.entity,
        entityId: id,
        before: { name, [holding.field]: from.name },
        after: { name, [holding.field]: to.name },
      })
    }
  }

  /** Somebody of whom nothing is known but the name; whoever gives the name again completes them. */
  function onlyNamed(name: string): Person | null {
    const person = repository.named(name)
    return person && person.role === '' && person.leftOn === null ? person : null
  }

  function assertFree(name: string, id: number | null) {
    const taken = repository.named(name)
    if (taken && taken.id !== id) {
      throw wrongField('name', `${taken.name} is here already. Add something that tells the two apart.`)
    }
  }

  function assertUnneeded({ id, name, holds }: Person) {
    const ofKind = (kind: HeldKind) => holds.filter((each) => each.kind === kind).map((each) => each.name)
    const say = (kind: HeldKind, words: string, shown = (held: string) => held) =>
      ofKind(kind).length === 0 ? [] : [`${words} ${inWords(ofKind(kind).map(shown))}`]
    const reasons = [
      ...say('workflow', 'owns'),
      ...say('deputy', 'stands in for'),
      ...say('section', 'checks'),
      ...say('dependency', 'answers for'),
      ...say('review', 'takes part in the Foundation review of', (day) => formatDay(day, 'en-GB')),
      ...say('action', 'still has to do:', (what) => `“${what}”`),
    ]
    if (reasons.length > 0) {
      throw new AppError('CONFLICT', `${name} ${inWords(reasons)}. Give that to somebody else first.`)
    }
    if (repository.isInRecords(id)) {
      const message = `${name} stands in records of the past, which keep who it was. Enter the day they left instead.`
      throw new AppError('CONFLICT', message)
    }
  }

  function know(said: string) {
    const name = said.trim()
    if (name === '' || repository.named(name)) return
    const created = keep(null, { name, role: '', leftOn: null })
    command.log({
      actor: 'evenkeel',
      action: 'create',
      entity: 'person',
      entityId: created.id,
      before: null,
      after: created,
    })
  }

  return {
    list: () => repository.list(),
    everyone: () => repository.list(),
    save({ id, ...fields }) {
      return command(() => {
        const before = id === null ? onlyNamed(fields.name) : find(id)
        assertFree(fields.name, before?.id ?? null)
        const after = keep(before, fields)
        log(before ? 'update' : 'create', after.id, before, after)
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
        moveAll(from, to)
        log('hand_over', from.id, from, find(from.id))
      })
      return repository.list()
    },
    assertHere,
    know,
    hold: (holding) => void holdings.push(holding),
    attention: (locale) => ({
      todos: repository
        .list()
        .filter((person) => hasLeft(person) && person.holds.length > 0)
        .map((person) =>
          person.holds.length > person.checks.length
            ? withoutHolder(person, locale)
            : withoutVerifier(person, locale),
        ),
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
    mark: null,
  }
}

function withoutHolder({ id, name, leftOn, holds }: Person, locale: string): Todo {
  return {
    id: `left:${id}`,
    title: `${name} left: ${holds.length} ${holds.length === 1 ? 'thing needs' : 'things need'} somebody else`,
    detail: `${name} left on ${formatDay(leftOn ?? '', locale)}. Give what they owned, checked and had to do to somebody who is here.`,
    action: 'Hand over',
    target: { page: 'people' },
    mark: null,
  }
}

/** "Tone, Terms and Offer"; in English where nobody asked in a language of their own. */
const inWords = (names: readonly string[], locale = 'en-GB') =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(names)
