import { setImmediate as turn } from 'node:timers/promises'
import { readFrom, withReaders } from '../../shared/contract/depends.ts'
import { contract } from '../../shared/contract/index.ts'
import type { Feature } from '../../shared/contract/jobs.ts'
import type { Client, TestApp } from '../helpers/test-app.ts'
import { answersOf, featureOf, notAsked, queries } from './stale-answers-queries.ts'

type Answers = ReadonlyMap<string, string>

/** A write, the features it announced itself, and the queries of which an answer became another one. */
type Effect = { write: string; written: readonly Feature[]; changed: readonly string[] }

/** The writes that were tried, what they left stale, and the lines of the map without which they would have. */
type Found = { called: Set<string>; stale: Set<string>; broughtOut: Set<string> }
export type Watch = Found & { client: Client }

/** A line of the map: `reader` shows what `source` writes. */
export type Line = readonly [reader: Feature, source: Feature]

export const lineName = ([reader, source]: Line) => `${reader} < ${source}`

export const lines: readonly Line[] = Object.entries(readFrom).flatMap(([reader, sources]) =>
  sources.map((source) => [reader as Feature, source] as const),
)

/** Writes that may find nothing to do, and then announce nothing. */
const silent: ReadonlySet<string> = new Set([
  'reviews.recompute',
  'calendar.invitation',
  'modelTests.pauseRun',
  'modelTests.cancelRun',
])

/** Where what a procedure writes belongs to another feature than the one that offers it. */
const writes: Readonly<Record<string, Feature>> = { 'company.backUp': 'safety' }

const asked = new Set(Object.keys(queries).map(featureOf))

/**
 * A client whose every write is held against the map. Asked before and after is each feature that the write will not
 * announce, where nothing may change, and each reader whose line of the map is still to be brought out. The other
 * answers are announced, so they may change; they are asked again only when a later write may not touch them.
 */
export function createWatch(app: TestApp, told: Set<Feature>, found: Found = nothingYet()): Watch {
  const { called, stale, broughtOut } = found
  const known = new Map<string, Answers>()
  const compared = new Set<string>()

  async function ask(features: ReadonlySet<string>) {
    const answers = Map.groupBy(await answersOf(app, features), ([query]) => featureOf(query))
    for (const feature of features) known.set(feature, new Map(answers.get(feature)))
  }

  async function write(path: string, call: () => Promise<unknown>) {
    const own = writes[path] ?? (featureOf(path) as Feature)
    const expected = silent.has(path) ? [] : withReaders([own])
    const open = lines.filter((line) => line[1] === own && !broughtOut.has(lineName(line)))
    // A write that is only repeated says nothing new.
    if (compared.has(path) && open.length === 0) return repeat(call)
    compared.add(path)
    const watched = new Set([
      ...[...asked].filter((feature) => !expected.includes(feature as Feature)),
      ...open.map(([reader]) => reader),
    ])
    await ask(new Set([...watched].filter((feature) => !known.has(feature))))
    const before = new Map(known)
    told.clear()
    const answer = await call()
    called.add(path)
    await settled(app, answer)
    const written = [...told]
    const announced: readonly string[] = withReaders(written)
    const missing = expected.filter((feature) => !announced.includes(feature))
    if (missing.length > 0) stale.add(`${path} does not announce its own feature: name it in "silent"`)
    for (const feature of announced) known.delete(feature)
    await ask(watched)
    const changed = [...watched].flatMap((feature) => differences(before.get(feature), known.get(feature)))
    judge({ write: path, written, changed: [...new Set(changed)] })
    return answer
  }

  async function repeat(call: () => Promise<unknown>) {
    told.clear()
    const answer = await call()
    await settled(app, answer)
    for (const feature of withReaders([...told])) known.delete(feature)
    return answer
  }

  function judge(effect: Effect) {
    for (const one of staleBy(effect, readFrom)) stale.add(one)
    for (const line of lines) {
      if (!broughtOut.has(lineName(line)) && staleBy(effect, mapWithout(line)).length > 0)
        broughtOut.add(lineName(line))
    }
  }

  return { called, stale, broughtOut, client: through(app.client, write) }
}

const nothingYet = (): Found => ({ called: new Set(), stale: new Set(), broughtOut: new Set() })

/** What `effect` leaves stale by `map`. */
function staleBy({ write, written, changed }: Effect, map: typeof readFrom): string[] {
  const announced: readonly string[] = withReaders(written, map)
  return changed.flatMap((query) =>
    announced.includes(featureOf(query)) ? [] : [`${write} leaves ${query} stale`],
  )
}

function mapWithout([reader, source]: Line): typeof readFrom {
  return { ...readFrom, [reader]: readFrom[reader]?.filter((one) => one !== source) }
}

/** The queries of which an answer known before is another one now. */
function differences(before: Answers | undefined, after: Answers | undefined): string[] {
  return [...(after ?? [])].flatMap(([query, text]) => {
    const known = before?.get(query)
    return known === undefined || known === text ? [] : [query.split(' ')[0] ?? '']
  })
}

type Method = (input: unknown) => Promise<unknown>
type Around = (path: string, call: () => Promise<unknown>) => Promise<unknown>

/** The client with `watch` around each write. */
function through(client: Client, watch: Around): Client {
  const isRead = (path: string) => path in queries || notAsked.includes(path)
  const methods = client as unknown as Record<string, Record<string, Method>>
  const features = Object.entries(contract).map(([feature, of]) => {
    const watched = Object.keys(of).map((name) => {
      const path = `${feature}.${name}`
      const call: Method = (input) => methods[feature]?.[name]?.(input) ?? Promise.resolve()
      return [name, isRead(path) ? call : (input: unknown) => watch(path, () => call(input))]
    })
    return [feature, Object.fromEntries(watched)]
  })
  return Object.fromEntries(features) as Client
}

/** Long work has ended, and its news have come through. */
async function settled(app: TestApp, answer: unknown) {
  const { jobId } = (answer ?? {}) as { jobId?: string }
  if (jobId !== undefined) await app.ended(jobId)
  for (let round = 0; round < 20; round++) await turn()
}
