/** The sample of the vendor's page, 查看 Writer 状态, byte for byte. */
export const vendorReply = String.raw`{
   "replicator":{
      "active":true,
      "cfg":"[JDBCWriter]\ntarget_ob_region=ob_1008***.admin\nlsn_mode=\nstatus=running\nlisten_port=18000\ndaemon.ip=10.10.10.1\ndaemon.port=9000\nlocal_region_no=\nblack_region_no=0\ntenant_mapping=\nignore_ddl=false\nuseMultiExecute=false \nuseDRCNet=true\ncalculate_iops=true\ncoordinatorFile.skipDdl=\nsinkFile.notWriteColumn=\nsrc_type=mysql\nbinlog_username=drc\nbinlog_password=***\ntopic=p_3b7ixsl2sxb4_source\nsubTopic=p_3b7ixsl***_source-000-0\nsrc_subTopic=p_3b7ixsl2sxb4_dest-000-0\nsubId=0000000069\ntimestamp=1639657384\ndest_type=oceanbase1\ncluster.url=http://100.88.121.143:8088\nconfig_url=jdbc:mysql://10.10.10.2:2883?useUnicode=true&allowMultiQueries=true&socketTimeout=50000&characterEncoding=utf8&readOnlyPropagatesToServer=false\nsync_username=root@oms_mysql#ob_10088***.admin\nsync_password=***\nfilter.conditions=baby.*\ntx_records_limit=\nworker_num=16\nconnection_num=\nwriter_type=increment\nretry_sleep=5\ntask.split.mode=false\nblackCondition=[{\"name\":\"test_ddl01\",\"all\":false,\"sub\":[{\"name\":\"DRC_TXN*\",\"func\":\"fn\"},{\"name\":\"drc_txn*\",\"func\":\"fn\"}]}]\nwhiteCondition=[{\"name\":\"test_ddl01\",\"all\":false,\"sub\":[{\"name\":\"*\",\"func\":\"fn\"}]}]\nretry_time=3\nuseDirectUsername=true\ncoordinatorFile.isReverse=true\nprint_sql=false\n",
      "checkpoint":{
         "checkpoint":"10.255.255.255:0:null:null:1639732207:0",
         "dataSource":"10.255.255.255:0",
         "dbIp":-1,
         "dbIpString":"10.255.255.255",
         "dbPort":0,
         "fileIdx":null,
         "gmt":1639732210,
         "msgId":0,
         "offset":null,
         "timestamp":1639732207
      },
      "gmtCreated":1639657384000,
      "gmtModified":1639657397000,
      "ip":"10.10.10.1",
      "location":"100",
      "name":"10.10.10.1-9000:p_3b7i****_source-000-0:0000000069",
      "port":16030,
      "status":"running"
   },
   "isSuccess":true
}`

/** The name that the vendor's page asks for; its answer is masked and names another host. */
export const vendorName = '100.88.121.143-9000:p_3b7ixsl2sxb4_source-000-0:0000000069'

/** What stands behind the page's `***`, or could: none of it may ever come out of the client. */
export const secrets = [
  'Dr3am!Catch&er=9 x',
  'hunter2;"quoted"',
  'url-p@ss',
  'query-pa55',
  'nested-s3cret',
  'AKIA-4711',
  'errmsg-pw',
] as const

/** The vendor's sample as a real CM would send it, with `secrets` where the page has `***`. */
export function replyWithSecrets(): Record<string, unknown> {
  const reply = JSON.parse(vendorReply) as { replicator: { cfg: string } }
  const [binlog, sync, inUrl, inQuery, nested, accessKey, inWords] = secrets
  const cfg = reply.replicator.cfg
    .replace('binlog_password=***', () => `binlog_password=${binlog}`)
    .replace('sync_password=***', () => `sync_password=${sync}`)
    .replace('jdbc:mysql://', () => `jdbc:mysql://root@oms#ob1:${inUrl}@`)
    .replace('useUnicode=true', () => `useUnicode=true&password=${inQuery}`)
    .replace('"func":"fn"', () => `"func":"fn","auth":{"any":"${nested}"}`)
    .concat(`oss.ak=${accessKey}\n# sync_password=${sync}\n`)

  return {
    ...reply,
    replicator: { ...reply.replicator, cfg },
    errMsg: `Access denied (using password=${inWords}) for jdbc:mysql://u:${inUrl}@10.0.0.1/x`,
    connections: [{ name: 'sync_password', value: sync }, { privateKey: [nested] }],
  }
}
