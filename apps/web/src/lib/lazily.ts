import { lazy } from 'react'
import type { ComponentType } from 'react'
import { withWords } from '../i18n/locale.ts'
import { loadPatiently } from './load-patiently.ts'

/** A component that is fetched when it is first shown, together with its words; where that can't be, later. */
export const lazily = <Name extends string, Props>(
  load: () => Promise<Record<Name, ComponentType<Props>>>,
  name: Name,
) => lazy(async () => ({ default: (await loadPatiently(() => withWords(load)))[name] }))

/** The same for a page: `lazyRouteComponent(patiently(() => import(…)), name)`. */
export const patiently =
  <Module>(load: () => Promise<Module>) =>
  () =>
    loadPatiently(() => withWords(load))
