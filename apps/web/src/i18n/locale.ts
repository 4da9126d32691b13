import { i18n } from '@lingui/core'
import type { Messages } from '@lingui/core'
import { createStore } from '../lib/store.ts'
import { spokenText, textOf } from './text.ts'

const locales = ['zh', 'en'] as const
type Locale = (typeof locales)[number]

export const spokenLocale = createStore<Locale>('en')
const storageKey = 'wheelhouse-locale'

type Catalogues = Record<Locale, () => Promise<{ messages: Messages }>>

const catalogues: Catalogues = {
  zh: () => import('./zh.json?lingui'),
  en: () => import('./en.json?lingui'),
}
/** What the first page doesn't say: dialogs, and every other page. */
const workCatalogues: Catalogues = {
  zh: () => import('./work/zh.json?lingui'),
  en: () => import('./work/en.json?lingui'),
}
let isWorkWanted = false

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
  const [first, work] = await Promise.all([
    catalogues[locale](),
    isWorkWanted ? workCatalogues[locale]() : undefined,
  ])
  i18n.loadAndActivate({ locale, messages: { ...first.messages, ...work?.messages } })
  spokenLocale.set(locale)
  spokenText.set(textOf(i18n))
  document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en'
}

/** Loads a page or a dialog together with the words that only such ones say. */
export async function withWords<Module>(load: () => Promise<Module>): Promise<Module> {
  const [module] = await Promise.all([load(), speakWork()])
  return module
}

async function speakWork() {
  isWorkWanted = true
  const locale = spokenLocale.get()
  const { messages } = await workCatalogues[locale]()
  i18n.load(locale, messages)
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
