/** Which column, by its index in the file, holds which field. */
export type Mapping<Field extends string> = Partial<Record<Field, number>>

/** What the column at `index` holds, or null when it is not used. */
export function fieldOf<Field extends string>(mapping: Mapping<Field>, index: number): Field | null {
  const entry = Object.entries(mapping).find(([, column]) => column === index)
  return entry ? (entry[0] as Field) : null
}

/** The mapping with one column's meaning changed; a field another column had moves to this one. */
export function withField<Field extends string>(
  mapping: Mapping<Field>,
  index: number,
  field: Field | null,
): Mapping<Field> {
  const rest = Object.fromEntries(
    Object.entries(mapping).filter(([name, column]) => column !== index && name !== field),
  ) as Mapping<Field>
  return field === null ? rest : { ...rest, [field]: index }
}
