import { defaultProtection, lagThresholds, protectionLevels } from '@wheelhouse/contract'
import { useText } from '../../i18n/text.ts'
import { durationWords } from '../../i18n/words.ts'
import tableClasses from '../../ui/plain-table.module.css'
import classes from './level-table.module.css'

/** OMS's own levels, and what each of them lets through. */
export function LevelTable() {
  const text = useText()
  return (
    <table className={`${tableClasses.table} ${classes.table}`}>
      <caption className="unseen">{text('settings.levels')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('settings.levels.level')}</th>
          <th scope="col">{text('settings.levels.lag')}</th>
          <th scope="col">{text('settings.levels.seconds')}</th>
        </tr>
      </thead>
      <tbody>
        {protectionLevels.map((level) => (
          <tr key={level}>
            <th scope="row">
              {text(`protection-level.${level}`)}
              {level === defaultProtection && (
                <span className="dim"> · {text('settings.levels.default')}</span>
              )}
            </th>
            <td>{durationWords(text, lagThresholds[level])}</td>
            <td>{text('duration.s', { n: lagThresholds[level] })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
