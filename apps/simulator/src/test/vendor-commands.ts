// Every command stands here as on the vendor's page; only its placeholders are filled in.

export const stop = `curl -XPOST 'http://\${cm_url}:\${cm_port}/applier/stop' -d "applierName=\${writerName}"`
export const start = `curl -XPOST 'http://\${cm_url}:\${cm_port}/applier/start' -d "applierName=\${writerName}"`
export const clean = `curl -XPOST 'http://\${cm_url}:\${cm_port}/applier/clean' -d "applierName=\${writerName}"`
export const migrate = `curl -XPOST 'http://\${cm_url}:\${cm_port}/applier/migrate' -d "applierName=\${writerName}" -d "node=\${健康的 ip}" -d "force=\${如果宕机则填写 true，否则不传入}"`
export const update = `curl -XPOST 'http://\${cm_url}:\${cm_port}/applier/update' -d "applierName=\${writerName}" -d 'JDBCWriter.key=value'`
export const detail = `curl -XGET '\${cm_url}:\${cm_port}/JDBCWriter/detail?writerName=100.88.121.143-9000:p_3b7ixsl2sxb4_source-000-0:0000000069'`

export const connectorStart = `curl -XPOST http://\${cm_url}:\${cm_port}/connector/task/startByName?taskName=\${name}`
export const connectorStop = `curl -XPOST http://\${cm_url}:\${cm_port}/connector/task/stopByName?taskName=\${name}`
export const connectorUpdate = `curl -XPOST http://\${cm_url}:\${cm_port}/connector/task/updateByName -d "taskName=\${name}" -d "source.key=value"`
export const connectorJvm = `curl -XPOST http://\${cm_url}:\${cm_port}/connector/task/updateByName -d "taskName=\${name}" -d "coordinator.connector_jvm_param=-Xms4g -Xmx6g -Xmn2g"`
export const connectorCheckpoint = `curl -XPOST http://\${cm_url}:\${cm_port}/connector/task/updateByName -d "taskName=\${name}" -d 'source.checkpoint={"{subtopic}":"{timestamp}"}'`
export const connectorRewound = `curl -XPOST 'http://\${cm_url}:\${cm_port}/connector/task/startByName?taskName=\${name}&resume=false'`
export const connectorMigrate = `curl -XGET "http://\${cm_url}:\${cm_port}/connector/task/migrate?taskName=$c&node=$1"`

export const checkerStart = `curl http://\${cm_url}:\${cm_port}/checker/start -d 'task.id=\${taskId}' -d 'task.type=migrate' -d 'task.resume=true'`
export const checkerUpdate = `curl http://\${cm_url}:\${cm_port}/checker/update -d 'task.id=\${taskId}' -d 'limitator.table.diff.max=100000'`
export const checkerStop = `curl http://\${cm_url}:\${cm_port}/checker/stop -d 'task.id=\${taskId}' -d 'task.type=migrate' `
