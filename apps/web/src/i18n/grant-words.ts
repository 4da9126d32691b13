import type { Grant } from '@wheelhouse/contract'
import type { Text } from './text.ts'

/** `Operator · everywhere`, `Viewer · CM prod · Writer · p_*`: a role, and for what it was granted. */
export function grantWords(text: Text, { role, cluster, kind, name }: Grant): string {
  const narrowed = [
    cluster === '*' ? '' : `CM ${cluster}`,
    kind === '*' ? '' : text(`component-kind.${kind}`),
    name === '*' ? '' : name,
  ].filter((part) => part !== '')
  const where = narrowed.length === 0 ? [text('grant.everywhere')] : narrowed
  return [text(`role.${role}`), ...where].join(' · ')
}
