import type { I18n } from '@lingui/core'
import { createStore, useStore } from '../lib/store.ts'
import type en from './en.json'
import type work from './work/en.json'

/** Of the first page, and of what is loaded when it is wanted (`withWords`). */
export type TextId = keyof typeof en | keyof typeof work
type Values = Readonly<Record<string, string | number>>

/** Says one text of the catalogues in the language that is spoken now. */
export type Text = (id: TextId, values?: Values) => string

export const textOf =
  (i18n: Pick<I18n, '_'>): Text =>
  (id, values) =>
    i18n._(id, values)

/** A new function for each language, so that all who use it say everything anew. */
export const spokenText = createStore<Text>((id) => id)

export const useText = (): Text => useStore(spokenText)
