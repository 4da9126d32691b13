import { cfgText } from './writer-cfg.ts'
import { sampleOf, type Writer } from './writer.ts'

/**
 * The reply of `GET /JDBCWriter/detail`, key by key in the vendor's order: seconds in
 * `checkpoint`, milliseconds in `gmt…`, passwords in `cfg` (the vendor masks them in print only).
 */
export function writerDetail(writer: Writer, nowMs: number) {
  const { checkpoint, sampledAt } = sampleOf(writer, nowMs)
  return {
    replicator: {
      active: writer.active,
      cfg: cfgText(writer.cfg, writer.status),
      checkpoint: {
        checkpoint: `10.255.255.255:0:null:null:${checkpoint}:0`,
        dataSource: '10.255.255.255:0',
        dbIp: -1,
        dbIpString: '10.255.255.255',
        dbPort: 0,
        fileIdx: null,
        gmt: sampledAt,
        msgId: 0,
        offset: null,
        timestamp: checkpoint,
      },
      gmtCreated: writer.createdAtMs,
      gmtModified: writer.modifiedAtMs,
      ip: writer.host.name,
      location: writer.host.location,
      name: writer.name,
      port: writer.port,
      status: writer.status,
    },
    isSuccess: true,
  }
}
