import { serverEventSchema } from '@wheelhouse/contract'
import type { ServerEvent } from '@wheelhouse/contract'

/**
 * The events of a message. Left out is what this page does not know: a newer BFF may tell more. What
 * comes by the thousand, rows of a snapshot and readings, is not looked through one by one.
 */
export function parseEvents(text: string): ServerEvent[] {
  let events: unknown
  try {
    events = JSON.parse(text)
  } catch {
    return []
  }
  return Array.isArray(events) ? events.filter(isEvent) : []
}

function isEvent(event: unknown): event is ServerEvent {
  if (typeof event !== 'object' || event === null || !('type' in event)) return false
  switch (event.type) {
    case 'component.observed':
      return 'id' in event && typeof event.id === 'string' && 'reading' in event
    case 'snapshot':
      return 'components' in event && Array.isArray(event.components) && 'clusters' in event
    default:
      return serverEventSchema.safeParse(event).success
  }
}
