import { AppearanceFields } from '../../features/settings/appearance-fields.tsx'
import { KeyboardTable } from '../../features/settings/keyboard-table.tsx'
import { useText } from '../../i18n/text.ts'
import { Panel } from '../../ui/panel.tsx'
import pageClasses from '../page.module.css'
import { SettingsAbout } from './settings-about.tsx'
import { SettingsKept } from './settings-kept.tsx'
import classes from './settings-page.module.css'
import { SettingsThresholds } from './settings-thresholds.tsx'
import { SettingsWriting } from './settings-writing.tsx'

/** What can be arranged: of this browser, and how much lag there may be. */
export function SettingsPage() {
  const text = useText()
  return (
    <div className={pageClasses.page}>
      <title>{`${text('nav.settings')} · Wheelhouse`}</title>
      <h1 className={pageClasses.title}>{text('nav.settings')}</h1>
      <div className={classes.panels}>
        <Panel title={text('settings.appearance')}>
          <div className={classes.stack}>
            <AppearanceFields />
            <p className={classes.dim}>{text('settings.browser-only')}</p>
          </div>
        </Panel>
        <Panel title={text('settings.thresholds')}>
          <SettingsThresholds />
        </Panel>
        <Panel title={text('settings.writing')}>
          <SettingsWriting />
        </Panel>
        <Panel title={text('settings.notifications')}>
          <p className={classes.dim}>{text('settings.notifications.none')}</p>
        </Panel>
        <Panel title={text('settings.kept')}>
          <SettingsKept />
        </Panel>
        <Panel title={text('settings.keys')}>
          <KeyboardTable />
        </Panel>
        <Panel title={text('settings.about')}>
          <SettingsAbout />
        </Panel>
      </div>
    </div>
  )
}
