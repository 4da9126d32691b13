import { expect, test } from 'vitest'
import { addressFault } from './address.ts'
import type { AddressForm } from './config-key.ts'
import { configFault } from './config-rules.ts'
import { harmlessProperties, isDangerousProperty } from './jdbc.ts'

const now =
  'jdbc:mysql://••••••@10.10.10.2:2883?useUnicode=true&password=••••••&socketTimeout=50000'
const at = (current: string | null, ...hosts: string[]) => ({ current, hosts })

test.each([
  ['jdbc', now, 'jdbc:mysql://10.10.10.2:2883?useUnicode=true&socketTimeout=50000'],
  ['jdbc', now, 'jdbc:mysql://10.10.10.2:3306/shop?serverTimezone=Asia%2FShanghai'],
  ['jdbc', null, 'jdbc:oceanbase://10.0.0.7:2883/db'],
  ['jdbc', 'jdbc:oracle:thin:@//db1:1521/svc', 'jdbc:oracle:thin:@db1:1521:sid'],
  ['jdbc', 'jdbc:oracle:thin:••••••@db1:1521:sid', 'jdbc:oracle:thin:@//DB1:1521/svc'],
  ['jdbc', 'jdbc:db2://db1:50000/s:user=••••••;', 'jdbc:db2://db1:50000/t:currentSchema=A;'],
  ['jdbc', 'jdbc:postgresql://a,b:5433/x', 'jdbc:postgresql://b:5432,a/y?sslmode=require'],
  ['http', 'http://10.0.0.1:8088', 'http://10.0.0.1:8089/cm'],
  ['hosts', 'k1:9092,k2:9092', 'k2:9092,k1:9093'],
  ['hosts', null, '10.0.0.7:9092'],
  ['host', '10.0.0.1', '10.0.0.7'],
  ['port', '9000', '9001'],
  ['account', 'root@t#c', 'drc@t#c'],
  ['name', 'a', '库_1'],
  ['file', '/etc/a.jks', '/etc/kafka/b.jks'],
] as const)('%s: instead of %s it may be %s', (form, current, value) => {
  expect(addressFault(form, value, at(current, '10.0.0.7'))).toBeUndefined()
})

test.each([
  ['jdbc', 'jdbc:mysql://10.10.10.3:2883', 'foreign-host'],
  ['jdbc', 'jdbc:mysql://10.10.10.2,10.0.0.9/x', 'foreign-host'],
  ['jdbc', 'jdbc:mysql://10.10.10.2.evil.example/x', 'foreign-host'],
  ['jdbc', 'jdbc:oceanbase://10.10.10.2/x', 'not-an-address'],
  ['jdbc', 'JDBC:mysql://10.10.10.2/x', 'not-an-address'],
  ['jdbc', ' jdbc:mysql://10.10.10.2/x', 'not-an-address'],
  ['jdbc', 'jdbc:mysql:loadbalance://10.10.10.2/x', 'not-an-address'],
  ['jdbc', 'jdbc:mysql:replication://10.10.10.2/x', 'not-an-address'],
  ['jdbc', 'jdbc:mysql+srv://10.10.10.2/x', 'not-an-address'],
  ['jdbc', 'jdbc:mysql://(host=10.0.0.9,port=1)/x', 'not-an-address'],
  ['jdbc', 'jdbc:mysql://address=(host=10.0.0.9)/x', 'not-an-address'],
  ['jdbc', 'jdbc:mysql://10.10.10.2/x#10.0.0.9', 'not-an-address'],
  ['jdbc', 'jdbc:mysql://10.10.10.2\\10.0.0.9/x', 'not-an-address'],
  ['jdbc', 'jdbc:mysql://10.10.10.2:2883:1/x', 'not-an-address'],
  ['jdbc', 'jdbc:mysql://%31%30/x', 'not-an-address'],
  ['jdbc', 'jdbc:mysql://１０.10.10.2/x', 'not-an-address'],
  ['jdbc', 'jdbc:mysql:///x', 'not-an-address'],
  ['jdbc', 'jdbc:h2:mem:;INIT=RUNSCRIPT', 'not-an-address'],
  ['jdbc', 'jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(HOST=x)))', 'not-an-address'],
  ['jdbc', 'jdbc:oracle:thin:@ldap://x/y', 'not-an-address'],
  ['jdbc', 'jdbc:oracle:thin:scott/tiger@10.10.10.2:1521:x', 'address-credentials'],
  ['jdbc', 'jdbc:mysql://root@10.10.10.2/x', 'address-credentials'],
  ['jdbc', 'jdbc:mysql://root:p@10.10.10.2/x', 'address-credentials'],
  ['jdbc', 'jdbc:mysql://10.10.10.2@10.0.0.9/x', 'address-credentials'],
  ['jdbc', 'jdbc:mysql://10.10.10.2/x?user=root', 'address-credentials'],
  ['jdbc', 'jdbc:mysql://10.10.10.2/x?PassWord=p', 'address-credentials'],
  ['jdbc', 'jdbc:mysql://10.10.10.2/x?useSSL=true&useSSL=false', 'address-property'],
  ['jdbc', 'jdbc:mysql://10.10.10.2/x?useSSL=a%26user=b', 'address-property'],
  ['jdbc', 'jdbc:mysql://10.10.10.2/x?%61utoDeserialize=true', 'address-property'],
  ['jdbc', 'jdbc:mysql://10.10.10.2/x?nobodyKnows=1', 'address-property'],
  ['jdbc', 'jdbc:mysql://10.10.10.2/x?useSSL', 'address-property'],
  ['http', 'https://u:p@10.10.10.2/', 'address-credentials'],
  ['http', 'http://10.10.10.2/?a=b', 'not-an-address'],
  ['http', 'file:///etc/passwd', 'not-an-address'],
  ['http', 'http://10.0.0.9', 'foreign-host'],
  ['hosts', '10.10.10.2:1,10.0.0.9:1', 'foreign-host'],
  ['hosts', '10.10.10.2:1,', 'not-an-address'],
  ['hosts', 'http://10.10.10.2', 'not-an-address'],
  ['host', '10.10.10.2:80', 'not-an-address'],
  ['port', '0', 'not-an-address'],
  ['port', '9000;', 'not-an-address'],
  ['account', 'root:p w', 'not-an-address'],
  ['account', "root'--", 'not-an-address'],
  ['name', 'a/b', 'not-an-address'],
  ['file', 'a.jks', 'not-an-address'],
  ['file', '/etc/../root/a', 'not-an-address'],
  ['file', 'http://x/a.jks', 'not-an-address'],
  ['file', '//10.0.0.9/share/a', 'not-an-address'],
] as const)('%s: %s is refused, %s', (form, value, fault) => {
  const current: Partial<Record<AddressForm, string>> = {
    jdbc: value.includes('oracle') ? 'jdbc:oracle:thin:@10.10.10.2:1521:x' : now,
    http: 'http://10.10.10.2',
    hosts: '10.10.10.2:1',
    host: '10.10.10.2',
  }

  expect(addressFault(form, value, at(current[form] ?? null))).toBe(fault)
})

/** Of Connector/J, MariaDB, OceanBase, PostgreSQL, Oracle and DB2: each has loaded code, read files or left the network. */
const dangerous = `
  autoDeserialize allowLoadLocalInfile allowUrlInLocalInfile allowLoadLocalInfileInPath
  queryInterceptors statementInterceptors exceptionInterceptors connectionLifecycleInterceptors
  socketFactory socketFactoryArg socksProxyHost socksProxyPort authenticationPlugins
  defaultAuthenticationPlugin disabledAuthenticationPlugins authenticationPluginClassName
  propertiesTransform clientInfoProvider profilerEventHandler logger loadBalanceStrategy
  ha.loadBalanceStrategy serverConfigCacheFactory parseInfoCacheFactory queryInfoCacheFactory
  trustCertificateKeyStoreUrl clientCertificateKeyStoreUrl trustStore keyStore
  serverRSAPublicKeyFile detectCustomCollations useConfigs sessionVariables connectionAttributes
  localSocket pipe namedPipePath sslfactory sslfactoryarg sslhostnameverifier sslpasswordcallback
  loggerFile loggerLevel jaasApplicationName jaasLogin kerberosServerName gssEncMode sslcert
  sslkey sslrootcert clientRerouteServerListJNDIName traceFile traceDirectory traceLevel
  oracle.net.tns_admin oracle.jdbc.J2EE13Compliant TNS_ADMIN xdevapi.auth dnsSrv init
  credentialsPluginType allowPublicKeyRetrievalFile service`
  .trim()
  .split(/\s+/)

test('no dangerous property passes, however it is written, in any dialect', () => {
  const written = (name: string) => [name, name.toUpperCase(), name.toLowerCase(), `${name} `]
  const urls = dangerous
    .flatMap(written)
    .flatMap((name) => [
      `jdbc:mysql://h/x?${name}=true`,
      `jdbc:mysql://h/x?useSSL=true&${name}=true`,
      `jdbc:oceanbase://h/x?${name}=a.B`,
      `jdbc:mariadb://h/x?useSSL=true;${name}=true`,
      `jdbc:postgresql://h/x?${name}=a.B`,
      `jdbc:db2://h:1/x:${name}=true;`,
    ])

  const passed = urls.filter((url) => addressFault('jdbc', url, at(null, 'h')) === undefined)

  expect(urls.length).toBeGreaterThan(1_000)
  expect(passed).toEqual([])
  expect(harmlessProperties.filter(isDangerousProperty)).toEqual([])
})

test('an address is locked where nothing is told of what it is held against', () => {
  const set = ['writer', 'JDBCWriter.config_url', 'jdbc:mysql://10.10.10.2/x'] as const
  const config = new Map([['JDBCWriter.config_url', now]])

  expect(configFault(...set)).toBe('locked')
  expect(configFault(...set, { addresses: { config, hosts: [] } })).toBeUndefined()
  expect(configFault(...set, { addresses: { config: new Map(), hosts: [] } })).toBe('foreign-host')
  expect(
    configFault('writer', 'JDBCWriter.timestamp', '1', { addresses: { config, hosts: [] } }),
  ).toBe('locked')
  expect(
    configFault('writer', 'JDBCWriter.config_url', now, { addresses: { config, hosts: [] } }),
  ).toBe('masked-value')
})
