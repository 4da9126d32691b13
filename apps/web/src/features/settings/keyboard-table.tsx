import { Fragment } from 'react'
import { useText } from '../../i18n/text.ts'
import classes from './keyboard-table.module.css'

/** Of each: the ways to press it, each a list of keys that are pressed together. */
const groups = [
  {
    id: 'anywhere',
    keys: [
      {
        id: 'palette',
        ways: [
          ['Ctrl', 'K'],
          ['⌘', 'K'],
        ],
      },
      { id: 'close', ways: [['Esc']] },
    ],
  },
  {
    id: 'list',
    keys: [
      { id: 'search', ways: [['/']] },
      { id: 'walk', ways: [['↑'], ['↓'], ['PgUp'], ['PgDn'], ['Home'], ['End']] },
      { id: 'open', ways: [['Enter']] },
      { id: 'peek', ways: [['O']] },
      { id: 'select', ways: [['Space']] },
      {
        id: 'select-all',
        ways: [
          ['Ctrl', 'A'],
          ['⌘', 'A'],
        ],
      },
      { id: 'clear', ways: [['Esc']] },
    ],
  },
  {
    id: 'elsewhere',
    keys: [
      { id: 'tabs', ways: [['←'], ['→'], ['Home'], ['End']] },
      { id: 'chart', ways: [['←'], ['→']] },
      {
        id: 'note',
        ways: [
          ['Ctrl', 'Enter'],
          ['⌘', 'Enter'],
        ],
      },
    ],
  },
] as const

export function KeyboardTable() {
  const text = useText()
  return (
    <table className={classes.table}>
      <caption className="unseen">{text('settings.keys')}</caption>
      {groups.map(({ id: group, keys }) => (
        <tbody key={group}>
          <tr>
            <th colSpan={2} scope="rowgroup">
              {text(`settings.keys.${group}`)}
            </th>
          </tr>
          {keys.map(({ id, ways }) => (
            <tr key={id}>
              <td>
                {ways.map((way, index) => (
                  <Fragment key={way.join(' ')}>
                    {index > 0 && ' '}
                    <span>
                      {way.map((key, place) => (
                        <Fragment key={key}>
                          {place > 0 && '+'}
                          <kbd>{key}</kbd>
                        </Fragment>
                      ))}
                    </span>
                  </Fragment>
                ))}
              </td>
              <td>{text(`settings.key.${id}`)}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}
