export interface OneByOne {
  readonly done: readonly string[]
  readonly failed: readonly { readonly id: string; readonly error: Error }[]
}

/**
 * Asks for each, the next when the one before is answered: what fails is told at the end and stops none
 * of the others. `onEach` hears how many were answered.
 */
export async function oneByOne(
  ids: readonly string[],
  ask: (id: string) => Promise<unknown>,
  onEach: (answered: number) => void,
): Promise<OneByOne> {
  const done: string[] = []
  const failed: { id: string; error: Error }[] = []
  for (const id of ids) {
    try {
      await ask(id)
      done.push(id)
    } catch (error) {
      failed.push({ id, error: error instanceof Error ? error : new Error(String(error)) })
    }
    onEach(done.length + failed.length)
  }
  return { done, failed }
}
