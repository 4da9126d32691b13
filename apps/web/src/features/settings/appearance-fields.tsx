import { chooseLocale, spokenLocale } from '../../i18n/locale.ts'
import { useText } from '../../i18n/text.ts'
import { chooseScheme, scheme } from '../../lib/scheme.ts'
import { useStore } from '../../lib/store.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'

/** The same two choices as in the header; this browser remembers them. */
export function AppearanceFields() {
  const text = useText()
  return (
    <>
      <ChoiceField
        name="locale"
        label={text('settings.language')}
        options={[
          { value: 'zh', label: '中文', lang: 'zh' },
          { value: 'en', label: 'English', lang: 'en' },
        ]}
        chosen={useStore(spokenLocale)}
        onChoose={(locale) => void chooseLocale(locale)}
      />
      <ChoiceField
        name="scheme"
        label={text('settings.scheme')}
        options={[
          { value: 'light', label: text('settings.scheme.light') },
          { value: 'dark', label: text('settings.scheme.dark') },
        ]}
        chosen={useStore(scheme)}
        onChoose={chooseScheme}
      />
    </>
  )
}
