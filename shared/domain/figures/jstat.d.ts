declare module 'jstat' {
  const jStat: {
    studentt: {
      /** The value below which a t distribution with `dof` degrees of freedom has probability `p`. */
      inv(p: number, dof: number): number
    }
  }
  export = jStat
}
