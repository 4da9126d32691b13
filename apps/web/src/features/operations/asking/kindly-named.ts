import type { Component } from '@wheelhouse/contract'
import type { Text } from '../../../i18n/text.ts'

/** As a dialog names it: a checker's bare number says nothing without its kind. */
export function kindlyNamed(
  text: Text,
  { kind, identity, name }: Pick<Component, 'kind' | 'identity' | 'name'>,
): string {
  return kind === 'checker' ? text('ask.checker', { name }) : (identity ?? name)
}
