import type { Status } from './status.ts'

const list = (names: readonly string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/** The finding of a month over all reviewed workflows: "2 of 3 AI workflows are on target. Proposals: update suggested." */
export function monthHeadline(workflows: readonly { name: string; status: Status }[]): string {
  if (workflows.length === 0) return 'No workflow was reviewed this month.'
  const named = (status: Status) => workflows.filter((each) => each.status === status).map(({ name }) => name)
  const onTarget = named('on_target').length
  const verb = workflows.length === 1 ? 'is' : 'are'
  const first = `${onTarget} of ${workflows.length} AI ${workflows.length === 1 ? 'workflow' : 'workflows'} ${verb} on target.`
  const rest = [
    [named('update_suggested'), 'update suggested'],
    [named('watch'), 'watch'],
    [named('not_enough'), 'not enough outputs yet'],
  ] as const
  return [
    first,
    ...rest.flatMap(([names, words]) => (names.length > 0 ? [`${list(names)}: ${words}.`] : [])),
  ].join(' ')
}
