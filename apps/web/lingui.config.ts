import { defineConfig } from '@lingui/conf'
import { formatter } from '@lingui/format-json'

export default defineConfig({
  locales: ['en', 'zh'],
  sourceLocale: 'en',
  catalogs: [
    { path: '<rootDir>/src/i18n/{locale}', include: ['src'] },
    { path: '<rootDir>/src/i18n/work/{locale}', include: ['src'] },
  ],
  format: formatter({ style: 'minimal' }),
})
