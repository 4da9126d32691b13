import { i18n } from '@lingui/core'
import type { Messages } from '@lingui/core'
import { createStore } from '../lib/store.ts'
import { spokenText, textOf } from './text.ts'

const locales = ['zh', 'en'] as const
type Locale = (typeof locales)[number]

export const spokenLocale = createStore<Locale>('en')
const storageKey = 'wheelhouse-locale'

const catalogues: Record<Locale, () => Promise<{ messages: Messages }>> = {
  zh: () => import('./zh.json?lingui'),
  en: () => import('./en.json?lingui'),
}

/** What was chosen before, else the first of the browser's languages that there is, else English. */
export function preferredLocale(
  wanted: readonly string[] = navigator.languages,
  stored = readStored(),
): Locale {
  const known = (tag: string) =>
    locales.find((locale) => tag.toLowerCase().split('-')[0] === locale)
  return known(stored ?? '') ?? wanted.map(known).find((locale) => locale !== undefined) ?? 'en'
}

/** Fetches that language alone, and speaks it. */
export async function speak(locale: Locale) {
  const { messages } = await catalogues[locale]()
  i18n.loadAndActivate({ locale, messages })
  spokenLocale.set(locale)
  spokenText.set(textOf(i18n))
  document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en'
}

export async function chooseLocale(locale: Locale) {
  await speak(locale)
  try {
    localStorage.setItem(storageKey, locale)
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
  }
}

function readStored(): string | null {
  try {
    return localStorage.getItem(storageKey)
  } catch {
    return null
  }
}
