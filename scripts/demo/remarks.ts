import type { Api } from './api.ts'
import type { Cast } from './cast.ts'

/** What colleagues wrote down, and how much lag they allow. In both languages: a note is shown as it is. */
export async function leaveRemarks(api: Api, cast: Cast) {
  const notes = [
    [
      cast.falling,
      '夜间跑批期间延迟会上升，06:00 前后恢复。Lag rises with the nightly batch, until about six.',
    ],
    [
      cast.catchingUp,
      '凌晨源端机房割接，正在追数据，先不要回拉。Catching up after the cut-over: no rewind now.',
    ],
    [
      cast.stalled,
      '目标库磁盘扩容，工单 #48211。Its target is getting a larger disk, ticket 48211.',
    ],
    [cast.lost, '主机故障，等待 IDC 换主板。Its host is dead: a new main board is on its way.'],
  ] as const
  for (const [{ id }, note] of notes) await api.change(`/components/${id}`, { note })

  const levels = [
    [cast.busy, 'high'],
    [cast.restarted, 'high'],
    [cast.falling, 'low'],
  ] as const
  for (const [{ id }, protection] of levels) await api.change(`/components/${id}`, { protection })
  await api.change('/clusters/shanghai', { protection: 'low' })
}
