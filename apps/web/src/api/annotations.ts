import { changeComponent } from '@wheelhouse/contract'
import type { Component, ProtectionLevel } from '@wheelhouse/contract'
import { mutationOptions } from '@tanstack/react-query'
import { call } from './call.ts'
import { estate } from './estate.ts'

/** Writes the note of a component; an empty one takes it away. Nothing is sent to CM. */
export const noteMutation = (id: string) =>
  mutationOptions({
    mutationKey: ['note', id],
    mutationFn: (note: string) => call(changeComponent, { params: { id }, body: { note } }),
    onSuccess: takeIn,
  })

/** How much lag it may have; null: as much as its cluster's. Nothing is sent to CM. */
export const protectionMutation = (id: string) =>
  mutationOptions({
    mutationKey: ['protection', id],
    mutationFn: (protection: ProtectionLevel | null) =>
      call(changeComponent, { params: { id }, body: { protection } }),
    onSuccess: takeIn,
  })

/** What somebody has just done is seen at once. */
function takeIn(component: Component) {
  estate.change(new Map([[component.id, component]]))
  estate.flush()
}
