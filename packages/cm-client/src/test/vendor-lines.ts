import type { CmCall } from '../call.ts'
import { checkerCalls } from '../checkers.ts'
import { connectorCalls } from '../connectors.ts'
import { writerCalls } from '../writers.ts'

/** A line of the vendor's page, the call that we make of it, and how we print it. */
export type VendorLine = {
  readonly heading: string
  readonly vendor: string
  readonly call: CmCall
  readonly ours: string
}

export const connector = '10.0.0.1-9000:connector:p_3b7ixsl2sxb4-1-0:0000000007'
export const writer = '10.0.0.1-9000:p_3b7ixsl2sxb4_source-000-0:0000000069'
const [node, taskId] = ['10.0.0.2', '90230']
const checkpoint = '{"p_3b7ixsl2sxb4_source-000-0":"1639657384"}'
const jvm = '-Xms4g -Xmx6g -Xmn2g'

/** What the page's placeholders stand for, as text; a shell would not expand all of them. */
const placeholders: readonly [string, string][] = [
  ['http://${cm_url}:${cm_port}', '$CM_URL'],
  ['${cm_url}:${cm_port}', '$CM_URL'],
  ['${name}', connector],
  ['$c&', `${connector}&`],
  ['$1', node],
  ['{"{subtopic}":"{timestamp}"}', checkpoint],
  ['${writerName}', writer],
  ['${健康的 ip}', node],
  ['${如果宕机则填写 true，否则不传入}', 'true'],
  ['${taskId}', taskId],
]

/** The line with its placeholders filled in, its address left to `$CM_URL`, which single quotes would keep. */
const filled = (line: string) =>
  placeholders
    .reduce((text, [placeholder, value]) => text.replaceAll(placeholder, value), line)
    .replace(/'(\$CM_URL[^']*)'/, '"$1"')

const line = (heading: string, vendor: string, call: CmCall, ours: string): VendorLine => ({
  heading,
  vendor: filled(vendor),
  call,
  ours,
})

/** Every `curl` of the page, in its order and as it stands there; what stands there twice, once. */
export const vendorLines: readonly VendorLine[] = [
  line(
    '启动 Light-Connector',
    'curl -XPOST http://${cm_url}:${cm_port}/connector/task/startByName?taskName=${name}',
    connectorCalls.start(connector),
    `curl -XPOST "$CM_URL/connector/task/startByName?taskName=${connector}"`,
  ),
  line(
    '停止 Light-Connector',
    'curl -XPOST http://${cm_url}:${cm_port}/connector/task/stopByName?taskName=${name}',
    connectorCalls.stop(connector),
    `curl -XPOST "$CM_URL/connector/task/stopByName?taskName=${connector}"`,
  ),
  line(
    '更新 Light-Connector',
    'curl -XPOST http://${cm_url}:${cm_port}/connector/task/updateByName -d "taskName=${name}" -d "source.key=value"',
    connectorCalls.update(connector, { 'source.key': 'value' }),
    `curl -XPOST "$CM_URL/connector/task/updateByName" -d 'taskName=${connector}' -d 'source.key=value'`,
  ),
  line(
    '更新 JVM',
    'curl -XPOST http://${cm_url}:${cm_port}/connector/task/updateByName -d "taskName=${name}" -d "coordinator.connector_jvm_param=-Xms4g -Xmx6g -Xmn2g"',
    connectorCalls.update(connector, { 'coordinator.connector_jvm_param': jvm }),
    `curl -XPOST "$CM_URL/connector/task/updateByName" -d 'taskName=${connector}' --data-urlencode 'coordinator.connector_jvm_param=${jvm}'`,
  ),
  line(
    '回拉 Light-Connector, 更新 checkpoint',
    `curl -XPOST http://\${cm_url}:\${cm_port}/connector/task/updateByName -d "taskName=\${name}" -d 'source.checkpoint={"{subtopic}":"{timestamp}"}'`,
    connectorCalls.update(connector, { 'source.checkpoint': checkpoint }),
    `curl -XPOST "$CM_URL/connector/task/updateByName" -d 'taskName=${connector}' -d 'source.checkpoint=${checkpoint}'`,
  ),
  line(
    '回拉 Light-Connector, 启动 Connector',
    "curl -XPOST 'http://${cm_url}:${cm_port}/connector/task/startByName?taskName=${name}&resume=false'",
    connectorCalls.start(connector, { resume: false }),
    `curl -XPOST "$CM_URL/connector/task/startByName?taskName=${connector}&resume=false"`,
  ),
  line(
    '迁移 Light-Connector',
    'curl -XGET "http://${cm_url}:${cm_port}/connector/task/migrate?taskName=$c&node=$1"',
    connectorCalls.migrate(connector, node),
    `curl -XGET "$CM_URL/connector/task/migrate?taskName=${connector}&node=${node}"`,
  ),
  line(
    '停止 Writer',
    `curl -XPOST 'http://\${cm_url}:\${cm_port}/applier/stop' -d "applierName=\${writerName}"`,
    writerCalls.stop(writer),
    `curl -XPOST "$CM_URL/applier/stop" -d 'applierName=${writer}'`,
  ),
  line(
    '启动 Writer',
    `curl -XPOST 'http://\${cm_url}:\${cm_port}/applier/start' -d "applierName=\${writerName}"`,
    writerCalls.start(writer),
    `curl -XPOST "$CM_URL/applier/start" -d 'applierName=${writer}'`,
  ),
  line(
    '删除 Writer',
    `curl -XPOST 'http://\${cm_url}:\${cm_port}/applier/clean' -d "applierName=\${writerName}"`,
    writerCalls.clean(writer),
    `curl -XPOST "$CM_URL/applier/clean" -d 'applierName=${writer}'`,
  ),
  line(
    '迁移 Writer',
    `curl -XPOST 'http://\${cm_url}:\${cm_port}/applier/migrate' -d "applierName=\${writerName}" -d "node=\${健康的 ip}" -d "force=\${如果宕机则填写 true，否则不传入}"`,
    writerCalls.migrate(writer, node, { force: true }),
    `curl -XPOST "$CM_URL/applier/migrate" -d 'applierName=${writer}' -d 'node=${node}' -d 'force=true'`,
  ),
  line(
    '修改 Writer 配置',
    `curl -XPOST 'http://\${cm_url}:\${cm_port}/applier/update' -d "applierName=\${writerName}" -d 'JDBCWriter.key=value'`,
    writerCalls.update(writer, { 'JDBCWriter.key': 'value' }),
    `curl -XPOST "$CM_URL/applier/update" -d 'applierName=${writer}' -d 'JDBCWriter.key=value'`,
  ),
  line(
    '查看 Writer 状态',
    "curl -XGET '${cm_url}:${cm_port}/JDBCWriter/detail?writerName=100.88.121.143-9000:p_3b7ixsl2sxb4_source-000-0:0000000069'",
    writerCalls.detail('100.88.121.143-9000:p_3b7ixsl2sxb4_source-000-0:0000000069'),
    'curl -XGET "$CM_URL/JDBCWriter/detail?writerName=100.88.121.143-9000:p_3b7ixsl2sxb4_source-000-0:0000000069"',
  ),
  line(
    '启动 Checker',
    "curl http://${cm_url}:${cm_port}/checker/start -d 'task.id=${taskId}' -d 'task.type=migrate' -d 'task.resume=true'",
    checkerCalls.start(taskId, { type: 'migrate', resume: true }),
    `curl -XPOST "$CM_URL/checker/start" -d 'task.id=90230' -d 'task.type=migrate' -d 'task.resume=true'`,
  ),
  line(
    '更新 Checker',
    "curl http://${cm_url}:${cm_port}/checker/update -d 'task.id=${taskId}' -d 'limitator.table.diff.max=100000'",
    checkerCalls.update(taskId, { 'limitator.table.diff.max': '100000' }),
    `curl -XPOST "$CM_URL/checker/update" -d 'task.id=90230' -d 'limitator.table.diff.max=100000'`,
  ),
  line(
    '暂停 Checker',
    "curl http://${cm_url}:${cm_port}/checker/stop -d 'task.id=${taskId}' -d 'task.type=migrate'",
    checkerCalls.stop(taskId, 'migrate'),
    `curl -XPOST "$CM_URL/checker/stop" -d 'task.id=90230' -d 'task.type=migrate'`,
  ),
]
