import type { Workflow } from '../../../../../shared/contract/workflows.ts'
import { editingOf } from '../../../heavy/heavy.ts'
import type { Outputs } from '../../outputs/service.ts'
import type { NewItem } from '../item-repository.ts'

export type Unplaced = Omit<NewItem, 'reviewId'>

/** Computes the editing of each drawn output, giving way between texts so that the window stays responsive. */
export async function itemsFor(
  { measure, byHandMinutes }: Pick<Workflow, 'measure' | 'byHandMinutes'>,
  choice: { picked: readonly number[]; reserves: readonly number[] },
  outputs: Outputs,
  copies: ReadonlyMap<number, number>,
): Promise<Unplaced[]> {
  const drawn = outputs.drawn([...choice.picked, ...choice.reserves])
  const items: Unplaced[] = []
  for (const [index, output] of drawn.entries()) {
    items.push({
      outputId: output.id,
      state: index < choice.picked.length ? 'active' : 'reserve',
      againOf: null,
      position: index + 1,
      copies: copies.get(output.id) ?? 1,
      satisfaction: output.satisfaction,
      ratedBy: output.satisfaction === null ? 'reviewer' : 'user',
      editMinutes: output.editMinutes,
      minutesSource: output.editMinutes === null ? null : 'file',
      ...(await editingOf(measure, { ...output, byHandMinutes })),
    })
    await new Promise(setImmediate)
  }
  return items
}
