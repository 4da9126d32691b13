/**
 * What no public document says, as switches. Each is an entry in `docs/assumptions.md`;
 * the client has to hold under all of them.
 */
export interface Variants {
  /** The status word of a writer after `/applier/stop`; only `running` is documented. */
  statusAfterStop: 'stopped' | 'running'
  /** What a start of a running writer, or a stop of a stopped one, is answered. */
  repeatedCommand: 'accepted' | 'refused'
}

/** What the simulator believes until it is told otherwise. */
export const defaultVariants: Readonly<Variants> = {
  statusAfterStop: 'stopped',
  repeatedCommand: 'accepted',
}
