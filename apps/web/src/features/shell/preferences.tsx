// Cheaper to draw anew than to remember: see vite.config.ts.
'use no memo'

import { IconMoon, IconSun } from '@tabler/icons-react'
import { chooseLocale, spokenLocale } from '../../i18n/locale.ts'
import { useText } from '../../i18n/text.ts'
import { chooseScheme, scheme } from '../../lib/scheme.ts'
import { useStore } from '../../lib/store.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'

/** The other language, said in itself. */
export function LocaleSwitch() {
  const other = useStore(spokenLocale) === 'zh' ? 'en' : 'zh'
  return (
    <Button
      isSmall
      look="quiet"
      lang={other}
      aria-label={other === 'zh' ? '中文：切换到中文' : 'EN: switch to English'}
      onClick={() => void chooseLocale(other)}
    >
      {other === 'zh' ? '中文' : 'EN'}
    </Button>
  )
}

export function SchemeSwitch() {
  const text = useText()
  const other = useStore(scheme) === 'dark' ? 'light' : 'dark'
  return (
    <IconButton
      icon={other === 'dark' ? IconMoon : IconSun}
      label={text(`scheme.${other}`)}
      onClick={() => chooseScheme(other)}
    />
  )
}
