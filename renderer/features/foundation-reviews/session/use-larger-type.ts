import { useState } from 'react'

const key = 'evenkeel-larger-type'

/** Whether the session is read from across the room; kept while the window is open. */
export function useLargerType(): readonly [boolean, (isLarge: boolean) => void] {
  const [isLarge, setLarge] = useState(() => sessionStorage.getItem(key) !== null)
  return [
    isLarge,
    (next) => {
      if (next) sessionStorage.setItem(key, 'on')
      else sessionStorage.removeItem(key)
      setLarge(next)
    },
  ]
}
