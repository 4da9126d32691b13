/** Variables that are read elsewhere or name no key of their own. */
const apart = new Set(['WHEELHOUSE_CONFIG', 'WHEELHOUSE_CM_URL'])

/**
 * Turns `WHEELHOUSE_…` variables into the shape of the configuration: named places first
 * (`WHEELHOUSE_PORT` → `listen.port`), lists by index (`WHEELHOUSE_CLUSTERS_0_CALLS_PER_SECOND` →
 * `clusters[0].callsPerSecond`). An unknown variable becomes an unknown key, which the schema
 * refuses by name: a misspelt setting must not be silently ignored.
 */
export function nest(
  environment: NodeJS.ProcessEnv,
  places: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const nested: Record<string, unknown> = {}
  for (const [variable, value] of Object.entries(environment)) {
    if (
      !variable.startsWith('WHEELHOUSE_') ||
      apart.has(variable) ||
      value === undefined ||
      value === ''
    )
      continue
    const name = variable.slice('WHEELHOUSE_'.length)
    const flag = name.toLowerCase().replaceAll('_', '-')
    const place = Object.hasOwn(places, flag) ? places[flag] : undefined
    if (place === undefined) setIndexed(nested, name, value)
    else setAt(nested, place.split('.'), value)
  }
  return Object.fromEntries(Object.entries(nested).map(([key, part]) => [key, listed(part)]))
}

function setIndexed(nested: Record<string, unknown>, name: string, value: string) {
  const parts = /^(?<list>[A-Z]+)_(?<at>\d+)_(?<rest>[A-Z0-9_]+)$/u.exec(name)?.groups
  if (!parts) return setAt(nested, [camel(name)], value)
  const rest = parts['rest'] ?? ''
  const path = rest.startsWith('TIMEOUTS_')
    ? ['timeouts', camel(rest.slice('TIMEOUTS_'.length))]
    : rest.startsWith('NAMES_')
      ? ['names', rest.slice('NAMES_'.length)]
      : [camel(rest)]
  return setAt(nested, [camel(parts['list'] ?? ''), parts['at'] ?? '', ...path], value)
}

function setAt(target: Record<string, unknown>, path: readonly string[], value: string) {
  const [head = '', ...tail] = path
  if (tail.length === 0) {
    target[head] = value
    return
  }
  const inner = (target[head] ?? {}) as Record<string, unknown> // made by this function alone
  target[head] = inner
  setAt(inner, tail, value)
}

/** An object whose keys are all numbers was a list. */
function listed(part: unknown): unknown {
  if (typeof part !== 'object' || part === null) return part
  const entries = Object.entries(part)
  if (entries.every(([key]) => /^\d+$/u.test(key)))
    return entries
      .toSorted(([one], [other]) => Number(one) - Number(other))
      .map(([, item]) => listed(item))
  return Object.fromEntries(entries.map(([key, item]) => [key, listed(item)]))
}

const camel = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/_(?<letter>[a-z0-9])/gu, (_, letter: string) => letter.toUpperCase())
