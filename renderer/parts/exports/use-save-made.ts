import { useMutation } from '@tanstack/react-query'
import type { MadeFile } from '../../../shared/contract/jobs.ts'
import { saveFile } from '../../api/download.ts'

/** Has a file made and saves it; its data is the name it was saved under. */
export function useSaveMade<Input = void>(make: (input: Input) => Promise<MadeFile>) {
  return useMutation({
    mutationFn: async (input: Input) => {
      const { fileId, name } = await make(input)
      await saveFile(fileId, name)
      return name
    },
  })
}
