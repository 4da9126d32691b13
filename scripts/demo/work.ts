import type { Api } from './api.ts'
import type { Cast } from './cast.ts'
import type { City } from './cities.ts'

/** What was done today: some of it went well, one thing failed, and of one nobody knows. */
export async function doTheWork(api: Api, cast: Cast, cities: readonly City[]) {
  // Its host is dead, so CM's agent there does not answer, and CM refuses.
  await api.operate({
    kind: 'start',
    component: cast.lost.id,
    reason: '收到告警后尝试启动。Tried to start it after the alarm.',
  })
  await loseTheNextStop(cities, cast.stuck.name)
  await api.operate({
    kind: 'stop',
    component: cast.stuck.id,
    reason: '目标库维护窗口 02:00–03:00。Its target is maintained from two to three.',
  })
  await api.operate({
    kind: 'stop',
    component: cast.restarted.id,
    reason: '换网络前先停。Stopped for the network change.',
  })
  await api.operate({
    kind: 'start',
    component: cast.restarted.id,
    reason: '网络已换好。The network change is done.',
  })
  await api.operate({
    kind: 'configure',
    component: cast.tuned.id,
    input: { set: { 'JDBCWriter.worker_num': '24' } },
    reason: '写入慢，调大并发。It wrote too slowly: more workers.',
  })
  await api.operate({
    kind: 'stop',
    component: cast.stopped.id,
    reason: '业务方下线该链路。Its application goes out of service.',
  })
  await api.operate({
    kind: 'stop',
    component: cast.connector.id,
    reason: '升级 Kafka 前暂停。Paused before the Kafka upgrade.',
  })
  await api.operate({
    kind: 'start',
    component: cast.connector.id,
    reason: 'Kafka 升级完成。The Kafka upgrade is done.',
  })
}

/** CM takes the call and hangs up: it may have been carried out, and only a person can decide. */
async function loseTheNextStop(cities: readonly City[], name: string) {
  for (const { simulator } of cities)
    await simulator.control('POST', 'faults', {
      endpoint: 'POST /applier/stop',
      name,
      fault: 'reset',
      when: 'before',
    })
}
