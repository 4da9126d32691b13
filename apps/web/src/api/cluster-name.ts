import { useClusters } from './estate.ts'

/** What a cluster is called; its id until that is known. */
export function useClusterName(): (id: string) => string {
  const clusters = useClusters()
  return (id) => clusters?.find((it) => it.id === id)?.name ?? id
}
