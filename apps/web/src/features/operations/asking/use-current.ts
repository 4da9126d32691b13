import { useQuery } from '@tanstack/react-query'
import type { Component } from '@wheelhouse/contract'
import { componentQuery } from '../../../api/queries.ts'

/** The component as it is now; the stream keeps it so while a dialog stands open. */
export function useCurrent(opened: Component): Component {
  const { data } = useQuery({ ...componentQuery(opened.id), placeholderData: opened })
  return data ?? opened
}
