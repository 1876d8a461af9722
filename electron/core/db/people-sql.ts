/** The person a parameter names, whatever the case of its letters; null where nobody goes by that name. */
export const personNamed = (parameter: string) =>
  `(SELECT id FROM people WHERE name = trim(${parameter}) COLLATE NOCASE)`

/** A person's name of today behind a key; the name as it was said where there is no key. */
export const nameOfToday = (key: string, said: string) =>
  `ifnull((SELECT name FROM people WHERE id = ${key}), ${said})`
