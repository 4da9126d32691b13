import { withHosts, type AddressFault, type Led } from './address-parts.ts'

/**
 * Reads a JDBC URL of MySQL, MariaDB, OceanBase, PostgreSQL, Oracle or DB2 in the plain form that names
 * hosts, a database and properties; every other form (`(host=…)`, `loadbalance:`, `DESCRIPTION`) leads
 * where nobody checks it.
 */
export function readJdbc(text: string): Led | AddressFault {
  if (/\/\/[^/?]*@|:thin:[^@]+@/.test(text)) return 'address-credentials'
  const [scheme, places, properties] = partsOf(text) ?? []
  if (scheme === undefined || places === undefined) return 'not-an-address'
  return propertyFault(properties ?? '') ?? withHosts(scheme, places.split(','))
}

const slashed =
  /^jdbc:(mysql|mariadb|oceanbase|postgresql):\/\/([^/?#;@\s]+)(?:\/[\w.$-]{0,128})?(?:\?(.*))?$/s
const oracle = /^jdbc:(oracle:thin):@(?:\/\/)?([^/?#;@\s:]+:\d{1,5})[:/][\w.$-]{1,128}$/
const db2 = /^jdbc:(db2):\/\/([^/?#;@\s]+)\/[\w.$-]{1,128}(?::(.*;))?$/s

function partsOf(text: string): (string | undefined)[] | undefined {
  const found = slashed.exec(text) ?? oracle.exec(text) ?? db2.exec(text)
  return found?.slice(1)
}

/** Separated by `&`, by DB2 each ended by `;`. */
function propertyFault(properties: string): AddressFault | undefined {
  const seen = new Set<string>()
  for (const pair of properties.split(/[&;]/).filter((part) => part !== '')) {
    const equals = pair.indexOf('=')
    const name = pair.slice(0, Math.max(equals, 0)).toLowerCase()
    if (isCredential(name)) return 'address-credentials'
    if (isDangerousProperty(name) || !harmless.has(name) || seen.has(name))
      return 'address-property'
    if (!/^[\w.:+-]{0,64}(?:%2[BF][\w.:+-]{1,64})?$/i.test(pair.slice(equals + 1)))
      return 'address-property'
    seen.add(name)
  }
  return undefined
}

const isCredential = (name: string) =>
  /^(?:user(?:name)?|login|account)$|pass|pwd|secret|token/.test(name)

/**
 * With these a driver loads classes, reads files of the host, follows JNDI, writes traces or trusts whom it
 * is told to (CVE-2023-25194 and its like). They are refused even where somebody calls them harmless.
 */
export const isDangerousProperty = (name: string): boolean =>
  /deserialize|infile|localinfile|interceptor|factory|plugin|provider|handler|verifier|transform|callback|logger|keystore|truststore|sslcert|sslkey|sslrootcert|publickey|jndi|ldap|jaas|kerberos|gss|socks|proxy|pipe|localsocket|trace|log(?:file|level|writer)|useconfigs|sessionvariables|^init|^script|collations|strategy|attributes|^oracle\.|tns_admin|xdevapi|dnssrv|^service$/i.test(
    name,
  )

/** What a JDBC URL may set, in lower case: encodings, time-outs, batching, caches, TLS on or off, names of schemas. */
export const harmlessProperties = `
  useUnicode characterEncoding connectTimeout socketTimeout loginTimeout allowMultiQueries
  readOnlyPropagatesToServer rewriteBatchedStatements useServerPrepStmts cachePrepStmts
  prepStmtCacheSize prepStmtCacheSqlLimit useLocalSessionState useLocalTransactionState
  cacheServerConfiguration cacheResultSetMetadata elideSetAutoCommits maintainTimeStats
  useCursorFetch defaultFetchSize useCompression tinyInt1isBit yearIsDateType
  zeroDateTimeBehavior serverTimezone useTimezone useLegacyDatetimeCode useSSL requireSSL
  sslMode verifyServerCertificate autoReconnect maxReconnects tcpKeepAlive tcpNoDelay
  noAccessToProcedureBodies useAffectedRows emulateUnsupportedPstmts compatibleOjdbcVersion
  ssl reWriteBatchedInserts stringtype currentSchema applicationName prepareThreshold
  sslConnection blockingReadConnectionTimeout`
  .trim()
  .split(/\s+/)
const harmless: ReadonlySet<string> = new Set(harmlessProperties.map((name) => name.toLowerCase()))
