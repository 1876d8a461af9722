/** Where a field of the core's answer is put right: a section, the date on the task list, or on this page. */
export function placeOfProblem(field: string | undefined): number | 'task-list' | null {
  const sectionId = /^cards\.(\d+)\./.exec(field ?? '')?.[1]
  if (sectionId !== undefined) return Number(sectionId)
  return field === 'heldOn' || field === 'attendees' ? 'task-list' : null
}
