import { expect, test } from 'vitest'
import { formatJvm, jvmFault, jvmHints, jvmSizeBytes, parseJvm, type JvmParts } from './jvm.ts'

function partsOf(text: string): JvmParts {
  const parsed = parseJvm(text)
  if ('why' in parsed) throw new Error(`${parsed.flag}: ${parsed.why}`)
  return parsed
}

test.each([
  '-Xms4g -Xmx6g -Xmn2g', // the vendor's page, 更新 JVM
  '-server -Xms4g -Xmx4g -Xmn2g',
  '-Xmx512m',
  '-Xms1048576K -Xmx1G',
  '  -Xmx2g   -Xss512k ',
  '-Xmx8g -XX:MaxDirectMemorySize=2g -XX:MetaspaceSize=128m -XX:MaxMetaspaceSize=256M',
  '-XX:+UseG1GC -XX:MaxGCPauseMillis=200 -XX:ParallelGCThreads=8',
  '-XX:+UseParallelGC',
  '-XX:+UseConcMarkSweepGC',
  '-Xmn4g -Xmx4g',
])('%s is taken', (text) => {
  expect(jvmFault(text)).toBeUndefined()
})

test.each([
  '-javaagent:/tmp/a.jar',
  '-agentlib:jdwp=transport=dt_socket,server=y,address=5005',
  '-agentpath:/tmp/a.so',
  '-Xrunjdwp:transport=dt_socket',
  '-Xrunhprof',
  '-Xdebug',
  '-XX:OnOutOfMemoryError=reboot',
  '-XX:OnError=reboot',
  '-XX:+CrashOnOutOfMemoryError',
  '-XX:+ExitOnOutOfMemoryError',
  '-XX:+HeapDumpOnOutOfMemoryError',
  '-XX:HeapDumpPath=/etc/cron.d/x',
  '-XX:ErrorFile=/etc/cron.d/x',
  '-XX:LogFile=/etc/cron.d/x',
  '-XX:+LogVMOutput',
  '-XX:Flags=/tmp/flags',
  '-XX:VMOptionsFile=/tmp/options',
  '-XX:+UnlockDiagnosticVMOptions',
  '-XX:+UnlockExperimentalVMOptions',
  '-XX:+UnlockCommercialFeatures',
  '-XX:+FlightRecorder',
  '-XX:StartFlightRecording=filename=/tmp/x',
  '-XX:FlightRecorderOptions=repository=/tmp',
  '-XX:CompileCommandFile=/tmp/x',
  '-XX:CompileCommand=quiet',
  '-XX:+DisableAttachMechanism',
  '-XX:+StartAttachListener',
  '-XX:+EnableDynamicAgentLoading',
  '-XX:+ManagementServer',
  '-XX:SharedArchiveFile=/tmp/x.jsa',
  '-XX:ArchiveClassesAtExit=/tmp/x.jsa',
  '-XX:CRaCCheckpointTo=/tmp',
  '-XX:-UseG1GC',
  '-XX:+UseSerialGC',
  '-XX:+UseZGC',
  '-XX:+UseG1GC2',
  '-XX:+UseG1GC=true',
  '-XX:useG1GC',
  '-XX:+PrintGCDetails',
  '-Xloggc:/etc/cron.d/x',
  '-Xlog:gc*:file=/etc/cron.d/x',
  '-Xbootclasspath/a:/tmp/a.jar',
  '-Xbootclasspath/p:/tmp/a.jar',
  '-Xbootclasspath:/tmp',
  '-Xshare:dump',
  '-Xint',
  '-Xcomp',
  '-Xverify:none',
  '-Xnoverify',
  '-Xfuture',
  '-Xinternalversion',
  '-Dcom.sun.management.jmxremote.port=9999',
  '-Dcom.sun.management.jmxremote',
  '-Djava.security.manager',
  '-Djava.rmi.server.codebase=http://x/',
  '-Dcom.sun.jndi.ldap.object.trustURLCodebase=true',
  '-Djava.library.path=/tmp',
  '-Dlog4j.configurationFile=http://x/',
  '-Duser.home=/tmp',
  '-cp',
  '-classpath',
  '--class-path=/tmp',
  '-jar',
  '-m',
  '--module-path=/tmp',
  '--upgrade-module-path=/tmp',
  '--patch-module=java.base=/tmp',
  '--add-opens=java.base/java.lang=ALL-UNNAMED',
  '--enable-preview',
  '--source',
  '-splash:/tmp/x.png',
  '-verbose:class',
  '-version',
  '-client',
  '-serverx',
  '-server:x',
  '-d64',
  '-ea',
  '-esa',
  '@argfiles',
  '@/tmp/options',
  'com.example.Main',
  '/bin/sh',
  '`id`',
  '$(id)',
  '$HOME',
  ';id',
  '|id',
  '&&id',
  '>/tmp/x',
  '"-Xmx4g"',
  "'-Xmx4g'",
  '\\-Xmx4g',
  '\n-Xmx4g',
  '\t-Xmx4g',
  '\u00a0-Xmx4g',
  '\u3000-Xmx4g',
  '\u200b-Xmx4g',
  '\ufeff-Xmx4g',
  '—Xmx4g',
  '－Xmx4g',
  '-xmx4g',
  '-XMX4g',
  '-xx:+UseG1GC',
  '-XX:maxGCPauseMillis=200',
  '-XX:MaxMetaspaceSize',
  '-X',
  '-XX:',
  '--',
  '-',
  '*',
  '#',
  '__proto__',
])('%j is not allowed, alone or behind others', (flag) => {
  expect(jvmFault(flag)).toEqual({ flag, why: 'not-allowed' })
  expect(jvmFault(`-Xmx4g ${flag}`)).toEqual({ flag, why: 'not-allowed' })
})

test.each([
  '-Xmx',
  '-Xmx4',
  '-Xmx4t',
  '-Xmx4gb',
  '-Xmx0g',
  '-Xmx04g',
  '-Xmx-4g',
  '-Xmx4.5g',
  '-Xmx４g',
  '-Xmx=4g',
  '-Xmx:4g',
  '-Xmx99999999g',
  '-Xmx4g;id',
  '-Xmx4g`id`',
  '-Xmx4g$(id)',
  '-Xmx4g|id',
  '-Xmx4g&id',
  '-Xmx4g"',
  "-Xmx4g'",
  '-Xmx4g\\',
  '-Xmx4g\n',
  '-Xmx4g\n-javaagent:/tmp/a.jar',
  '-Xmx4g\r-javaagent:/tmp/a.jar',
  '-Xmx4g\t-javaagent:/tmp/a.jar',
  '-Xmx4g\u00a0-javaagent:/tmp/a.jar',
  '-Xmx4g\u2028-javaagent:/tmp/a.jar',
  '-Xmx4g\u3000-javaagent:/tmp/a.jar',
  '-Xmx4g\0',
  '-Xmx4g,-Xms4g',
  '-Xmx4g-Xms4g',
  '-XX:MaxGCPauseMillis=',
  '-XX:MaxGCPauseMillis=0',
  '-XX:MaxGCPauseMillis=200ms',
  '-XX:MaxGCPauseMillis=1e3',
  '-XX:ParallelGCThreads=-1',
  '-XX:ParallelGCThreads=$(nproc)',
  '-XX:MetaspaceSize=big',
  '-XX:MaxDirectMemorySize=2g -cp'.replace(' ', '\n'),
])('%j has no value that could be meant', (flag) => {
  expect(jvmFault(flag)).toEqual({ flag, why: 'malformed' })
})

test.each(['', ' ', '    '])('no flags at all, %j, are refused', (text) => {
  expect(jvmFault(text)).toEqual({ flag: '', why: 'malformed' })
})

test.each([
  ['-Xmx4g -Xmx6g', '-Xmx6g', 'twice'],
  ['-server -Xmx4g -server', '-server', 'twice'],
  ['-XX:+UseG1GC -XX:+UseG1GC', '-XX:+UseG1GC', 'twice'],
  ['-XX:+UseG1GC -XX:+UseParallelGC', '-XX:+UseParallelGC', 'twice'],
  ['-Xms8g -Xmx6g', '-Xms8g', 'min-above-max'],
  ['-Xmx6000m -Xms6g', '-Xms6g', 'min-above-max'],
  ['-Xmx4g -Xmn5g', '-Xmn5g', 'young-above-max'],
])('%s: %s is %s', (text, flag, why) => {
  expect(jvmFault(text)).toEqual({ flag, why })
})

test('flags are taken apart, and put together with the heap first', () => {
  const parts = partsOf('-server -Xmn2g  -Xmx6g -Xms4g -XX:+UseG1GC')

  expect(parts).toEqual({
    heapMin: '4g',
    heapMax: '6g',
    young: '2g',
    others: ['-server', '-XX:+UseG1GC'],
  })
  expect(formatJvm(parts)).toBe('-Xms4g -Xmx6g -Xmn2g -server -XX:+UseG1GC')
  expect(partsOf(formatJvm(parts))).toEqual(parts)
})

test('what is not set is not there', () => {
  expect(partsOf('-Xss1m')).toEqual({ others: ['-Xss1m'] })
  expect(formatJvm({ others: [] })).toBe('')
})

test.each([
  ['-Xms4g -Xmx6g -Xmn2g', ['min-below-max']],
  ['-Xms6g -Xmx6g -Xmn2g', []],
  ['-Xms6144m -Xmx6g -Xmn2048m', []],
  ['-Xms8g -Xmx8g -Xmn2g', ['young-not-max-minus-4g']],
  ['-Xms2g -Xmx8g -Xmn2g', ['min-below-max', 'young-not-max-minus-4g']],
  ['-Xms4g -Xmx4g -Xmn2g', []],
  ['-Xmx8g', []],
  ['-Xms8g -Xmn2g', []],
])('%s brings the advice %j', (text, hints) => {
  expect(jvmHints(partsOf(text))).toEqual(hints)
})

test('a size counts in powers of 1024', () => {
  expect(jvmSizeBytes('1k')).toBe(1024)
  expect(jvmSizeBytes('3M')).toBe(3_145_728)
  expect(jvmSizeBytes('6g')).toBe(6_442_450_944)
  expect(jvmSizeBytes('6')).toBeNaN()
})
