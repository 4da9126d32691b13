import { setupI18n } from '@lingui/core'
import { messages as en } from '../i18n/en.json?lingui'
import { textOf } from '../i18n/text.ts'
import { messages as enWork } from '../i18n/work/en.json?lingui'
import { messages as zhWork } from '../i18n/work/zh.json?lingui'
import { messages as zh } from '../i18n/zh.json?lingui'

const messagesOf = { en: { ...en, ...enWork }, zh: { ...zh, ...zhWork } }

const speaking = (locale: 'en' | 'zh') => textOf(setupI18n({ locale, messages: messagesOf }))

export const english = speaking('en')
export const chinese = speaking('zh')
