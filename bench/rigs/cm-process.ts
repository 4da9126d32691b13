import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Load, Manners } from './cm.ts'

const {
  latencyMs = 0,
  burnMs = 0,
  hung = 0,
  failing = 0,
} = JSON.parse(process.argv[2] ?? '{}') as Manners // written by cm.ts

const out = new Set<ServerResponse>()
/** That a call was given up may be heard so long after the call that took its place. */
const lateMs = 100
let load: Load = nothing()

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://cm')
  if (url.pathname === '/load') return void response.end(JSON.stringify(load))
  if (url.pathname === '/count-anew') {
    load = nothing()
    load.mostInFlight = out.size
    return void response.end()
  }
  const name = url.searchParams.get('writerName') ?? ''
  out.add(response)
  response.once('close', () => out.delete(response))
  const nowMs = performance.now()
  load.calls += 1
  load.firstCallMs ??= nowMs
  // The round is over when the last of them was asked that is asked at all.
  if (!Object.hasOwn(load.byName, name)) load.lastNewNameMs = nowMs
  note([...out])
  load.byName[name] = (load.byName[name] ?? 0) + 1

  const share = shareOf(name)
  if (share < hung) return undefined
  if (burnMs > 0) burn(burnMs)
  const answer = share < hung + failing ? fail : tell
  if (latencyMs > 0) setTimeout(() => answer(response, name), latencyMs)
  else answer(response, name)
  return undefined
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () =>
  process.send?.({ port: (server.address() as AddressInfo).port }),
)
process.once('disconnect', () => process.exit())

function nothing(): Load {
  return { calls: 0, mostInFlight: 0, byName: {}, firstCallMs: null, lastNewNameMs: null }
}

/** From 0 to 1, the same for a name each time; of names that count up the sick are not those read first. */
const shareOf = (name: string): number => ((Number(name.slice(-10)) * 617 + 500) % 1000) / 1000

/** Those that are out together, without those that turn out to have been given up. */
function note(together: readonly ServerResponse[]) {
  const noted = load
  if (together.length <= noted.mostInFlight) return
  setTimeout(() => {
    const { length } = together.filter((call) => !call.closed || call.writableFinished)
    noted.mostInFlight = Math.max(noted.mostInFlight, length)
  }, lateMs)
}

function burn(ms: number) {
  const end = performance.now() + ms
  while (performance.now() < end);
}

function fail(response: ServerResponse) {
  response.statusCode = 500
  response.end('{}')
}

/** Shaped like the vendor's sample: a cfg of some 1.6 kB with a secret in it, 2.2 kB in all. */
function tell(response: ServerResponse, name: string) {
  const nowSeconds = Math.floor(Date.now() / 1000)
  const body = JSON.stringify({
    isSuccess: true,
    replicator: {
      name,
      status: 'running',
      active: true,
      ip: name.slice(0, name.indexOf('-')),
      port: 16_030,
      location: 'cn-hangzhou',
      checkpoint: { timestamp: nowSeconds - 2, gmt: nowSeconds },
      gmtCreated: 1_639_657_384_000,
      gmtModified: 1_639_657_397_000,
      cfg,
    },
  })
  response.setHeader('content-type', 'application/json')
  response.end(body)
}

const cfg = [
  'target_ob_region=ob_12345.admin',
  'lsn_mode=true',
  'status=running',
  'listen_port=18000',
  'binlog_username=drc@sys',
  'binlog_password=FAKE-SECRET-binlog',
  'topic=p_3b7ixsl2sxb4_source',
  'subTopic=p_3b7ixsl2sxb4_source-000-0',
  'timestamp=1639732207',
  'cluster.url=http://10.0.0.1:8088',
  'sync_username=root@oms_mysql#ob_12345.admin',
  'sync_password=FAKE-SECRET-sync',
  'worker_num=16',
  'writer_type=async',
  `whiteCondition=${JSON.stringify([{ name: 'schema', all: false, sub: [{ name: 't'.repeat(900) }] }])}`,
  'retry_time=-1',
  'print_sql=false',
].join('\n')
