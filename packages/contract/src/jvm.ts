/** Why a JVM flag is refused. `twice` covers two garbage collectors as well: the JVM takes one. */
export interface JvmFault {
  readonly flag: string
  readonly why: 'not-allowed' | 'malformed' | 'twice' | 'min-above-max' | 'young-above-max'
}

/** A list of flags, taken apart. Sizes are the vendor's notation: `4g`, `512m`. */
export interface JvmParts {
  /** `-Xms` */
  readonly heapMin?: string
  /** `-Xmx` */
  readonly heapMax?: string
  /** `-Xmn` */
  readonly young?: string
  /** All other flags, as they were written. */
  readonly others: readonly string[]
}

/** Advice of the vendor's handbook that a list of flags does not follow. */
export type JvmHint = 'min-below-max' | 'young-not-max-minus-4g'

const size = /^[1-9]\d{0,6}[kKmMgG]$/
const whole = /^[1-9]\d{0,5}$/

/**
 * All that may be set: each flag by its beginning and what must follow. A JVM flag can load an agent or
 * run a command on the host, so what is not listed is refused.
 */
const valued: readonly { readonly start: string; readonly value: RegExp }[] = [
  { start: '-Xms', value: size },
  { start: '-Xmx', value: size },
  { start: '-Xmn', value: size },
  { start: '-Xss', value: size },
  { start: '-XX:MaxDirectMemorySize=', value: size },
  { start: '-XX:MaxMetaspaceSize=', value: size },
  { start: '-XX:MetaspaceSize=', value: size },
  { start: '-XX:MaxGCPauseMillis=', value: whole },
  { start: '-XX:ParallelGCThreads=', value: whole },
]
const collector = /^-XX:\+Use(?:G1|Parallel|ConcMarkSweep)GC$/

/** Takes flags apart as they are typed, separated by blanks; what may not be set is a fault. */
export function parseJvm(text: string): JvmParts | JvmFault {
  const flags = text.split(' ').filter((flag) => flag !== '')
  if (flags.length === 0) return { flag: '', why: 'malformed' }
  const values = new Map<string, string>()
  for (const flag of flags) {
    const rule = valued.find(({ start }) => flag.startsWith(start))
    const name = rule?.start ?? nameOfSwitch(flag)
    if (name === undefined) return { flag, why: 'not-allowed' }
    const value = flag.slice(name.length)
    if (rule && !rule.value.test(value)) return { flag, why: 'malformed' }
    if (values.has(name)) return { flag, why: 'twice' }
    values.set(name, value)
  }
  return orderFault(values) ?? partsOf(flags, values)
}

function nameOfSwitch(flag: string): string | undefined {
  if (flag === '-server') return flag
  return collector.test(flag) ? 'collector' : undefined
}

/** Writes flags as they are sent: the heap first, then the others. */
export const formatJvm = ({ heapMin, heapMax, young, others }: JvmParts): string =>
  [heapMin && `-Xms${heapMin}`, heapMax && `-Xmx${heapMax}`, young && `-Xmn${young}`, ...others]
    .filter(Boolean)
    .join(' ')

/** What is wrong with a list of flags, or `undefined`. */
export function jvmFault(text: string): JvmFault | undefined {
  const parsed = parseJvm(text)
  return 'why' in parsed ? parsed : undefined
}

/**
 * Advice, never an error: the vendor's own sample has `-Xms4g -Xmx6g`. The handbook wants Xms = Xmx and
 * Xmn = Xmx − 4g (`cm-api.md` §5.5).
 */
export function jvmHints({ heapMin, heapMax, young }: JvmParts): JvmHint[] {
  const hints: JvmHint[] = []
  if (heapMax === undefined) return hints
  const max = jvmSizeBytes(heapMax)
  if (heapMin !== undefined && jvmSizeBytes(heapMin) < max) hints.push('min-below-max')
  const advised = max - 4 * 1024 ** 3
  if (young !== undefined && advised > 0 && jvmSizeBytes(young) !== advised)
    hints.push('young-not-max-minus-4g')
  return hints
}

/** `6g` in bytes; NaN for what is no such size. */
export function jvmSizeBytes(text: string): number {
  if (!size.test(text)) return Number.NaN
  const power = 1 + 'kmg'.indexOf(text.slice(-1).toLowerCase())
  return Number(text.slice(0, -1)) * 1024 ** power
}

function orderFault(values: ReadonlyMap<string, string>): JvmFault | undefined {
  const bytes = (start: string) => jvmSizeBytes(values.get(start) ?? '')
  if (bytes('-Xms') > bytes('-Xmx'))
    return { flag: `-Xms${values.get('-Xms')}`, why: 'min-above-max' }
  if (bytes('-Xmn') > bytes('-Xmx'))
    return { flag: `-Xmn${values.get('-Xmn')}`, why: 'young-above-max' }
  return undefined
}

function partsOf(flags: readonly string[], values: ReadonlyMap<string, string>): JvmParts {
  const [heapMin, heapMax, young] = ['-Xms', '-Xmx', '-Xmn'].map((start) => values.get(start))
  return {
    ...(heapMin !== undefined && { heapMin }),
    ...(heapMax !== undefined && { heapMax }),
    ...(young !== undefined && { young }),
    others: flags.filter((flag) => !/^-Xm[sxn]/.test(flag)),
  }
}
