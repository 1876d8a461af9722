import { TextInput, type TextInputProps } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { orpc } from '../../api/client.ts'

/** A name, with the people of the company to choose from; any other name can be typed. */
export function NameField(props: TextInputProps) {
  const list = useId()
  const people = useQuery(orpc.people.list.queryOptions())
  const here = (people.data ?? []).filter(({ leftOn }) => leftOn === null)
  if (here.length === 0) return <TextInput maxLength={200} {...props} />
  return (
    <>
      <TextInput maxLength={200} list={list} autoComplete="off" {...props} />
      <datalist id={list}>
        {here.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
    </>
  )
}
