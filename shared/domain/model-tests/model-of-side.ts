import type { SideSetUp } from '../../contract/model-tests/test.ts'

type Named = Pick<SideSetUp, 'name' | 'model'>

/**
 * Which of the models a file names is a side's own: the one with its name, letter for letter or in any case, else with
 * its model id. Null where there is none, or more than one.
 */
export function modelOfSide(models: readonly string[], { name, model }: Named): string | null {
  const ways = [
    (each: string) => each === name,
    (each: string) => folded(each) === folded(name),
    (each: string) => folded(each) === folded(model),
  ]
  const hits = ways.map((isIt) => models.filter(isIt)).find(({ length }) => length > 0) ?? []
  return hits.length === 1 ? (hits[0] ?? null) : null
}

const folded = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()
