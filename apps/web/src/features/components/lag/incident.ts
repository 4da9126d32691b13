import type { Cluster, Component, History, HistoryMark } from '@wheelhouse/contract'
import type { Text } from '../../../i18n/text.ts'
import { durationWords, lagWords, trendWords } from '../../../i18n/words.ts'
import { exactTime, localTime, utcTime, zoneOf } from '../../../lib/time.ts'
import { markWords } from './chart-marks.ts'
import { rangeWords } from './chart-words.ts'
import type { Bounds, ChartRange } from './chart-range.ts'
import { extremesOf } from './lag-history.ts'
import { verdictSentence } from '../verdict.ts'

interface IncidentFacts {
  readonly component: Component
  readonly cluster: Cluster | undefined
  readonly history: History
  readonly range: ChartRange
  readonly bounds: Bounds
  /** Where whoever reads it sees the same. */
  readonly link: string
}

/** How it stands and what was done, as Markdown that DingTalk and Feishu take; times with their zone. */
export function incidentText(text: Text, facts: IncidentFacts, nowMs: number): string {
  const { component, cluster, history, range, bounds, link } = facts
  const { verdict, verdictSince, name, identity } = component
  const say = (label: string, value: string) => `- ${text('pair', { label, value })}`.trimEnd()
  const time = (ms: number) => `${localTime(ms)} ${zoneOf(ms)}`
  const worst = extremesOf(history)?.worst
  const done = history.marks.filter((mark) => isIn(mark, bounds))
  return [
    `### ${plain(identity ?? name)} · ${text(`verdict.${verdict}`)}`,
    '',
    plain(verdictSentence(text, component, nowMs)),
    '',
    say(
      text('incident.component'),
      `${code(name)} (CM ${plain(cluster?.name ?? component.cluster)})`,
    ),
    say(text('column.lag'), lagOf(text, component)),
    ...(verdictSince === null ? [] : [say(text('incident.since'), time(Date.parse(verdictSince)))]),
    ...(component.checkpoint === null
      ? []
      : [
          say(
            text('facts.checkpoint'),
            exactTime(component.checkpoint * 1000)
              .split('\n')
              .join(' · '),
          ),
        ]),
    ...(worst
      ? [
          say(
            text('incident.worst', { range: rangeWords(text, range, { bounds, nowMs }) }),
            `${lagWords(text, worst.lagSeconds)} · ${time(worst.at * 1000)}`,
          ),
        ]
      : []),
    ...(component.note ? [say(text('note.title'), plain(component.note.text))] : []),
    say(text('incident.done'), done.length === 0 ? text('chart.marks.none') : ''),
    ...done.map((mark) => `  - ${plain(markWords(text, mark, nowMs))}`),
    say(text('incident.as-of'), `${time(nowMs)} (${utcTime(nowMs)})`),
    '',
    `[${text('incident.link')}](${link})`,
  ].join('\n')
}

function lagOf(text: Text, component: Component): string {
  const { lagSeconds, lagTrendSecondsPerMinute, lagThresholdSeconds } = component
  if (lagSeconds === null) return text('unknown')
  return [
    lagWords(text, lagSeconds),
    ...(lagTrendSecondsPerMinute === null ? [] : [trendWords(text, lagTrendSecondsPerMinute)]),
    text('chart.threshold', { n: durationWords(text, lagThresholdSeconds) }),
  ].join(' · ')
}

const isIn = ({ at }: HistoryMark, { fromSeconds, untilSeconds }: Bounds): boolean =>
  Date.parse(at) / 1000 >= fromSeconds && Date.parse(at) / 1000 <= untilSeconds

/** What somebody wrote stays what it is: none of it becomes a link, a heading or a mention. */
const plain = (words: string): string =>
  words
    .replaceAll(/[\\`*_[\]<>#|~]/gu, String.raw`\$&`)
    .replaceAll('@', '@\u200B')
    .replaceAll(/\s*\n\s*/gu, ' / ')

const code = (words: string): string => `\`${words.replaceAll('`', '')}\``
