import { licences } from 'virtual:licences'
import { useText } from '../../i18n/text.ts'
import classes from './licence-list.module.css'

/** What this program is made with, and under which licence each of it stands. */
export function LicenceList() {
  const text = useText()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must take the focus
    <section tabIndex={0} className={classes.scroll} aria-label={text('settings.licences')}>
      <table className={classes.table}>
        <caption className="unseen">{text('settings.licences')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('settings.licences.name')}</th>
            <th scope="col">{text('settings.licences.version')}</th>
            <th scope="col">{text('settings.licences.licence')}</th>
            <th scope="col">{text('settings.licences.part')}</th>
          </tr>
        </thead>
        <tbody>
          {licences.map(({ name, version, licence, part }) => (
            <tr key={`${name} ${version}`}>
              <td>{name}</td>
              <td>{version}</td>
              <td>{licence === '' ? text('unknown') : licence}</td>
              <td>{text(`settings.licences.${part}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
