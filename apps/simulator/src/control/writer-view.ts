import { lagOf, sampleOf, type Writer } from '../writer.ts'

/** A writer as `/_sim` shows it: what CM would say, and what CM keeps to itself. */
export function writerView(writer: Writer, nowMs: number) {
  const { checkpoint, sampledAt } = sampleOf(writer, nowMs)
  const { name, host, status, active, rate, floorLagSeconds } = writer
  return {
    name,
    host: host.name,
    location: host.location,
    status,
    active,
    /** Epoch seconds, as `sampledAt` is. */
    checkpoint,
    sampledAt,
    lagSeconds: lagOf(writer, nowMs),
    rate,
    floorLagSeconds,
  }
}
