import { setupI18n } from '@lingui/core'
import { messages as en } from '../i18n/en.json?lingui'
import { textOf } from '../i18n/text.ts'
import { messages as zh } from '../i18n/zh.json?lingui'

const speaking = (locale: 'en' | 'zh') =>
  textOf(setupI18n({ locale, messages: { [locale]: locale === 'en' ? en : zh } }))

export const english = speaking('en')
export const chinese = speaking('zh')
