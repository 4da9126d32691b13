/** What was learnt longer ago than this is forgotten: clocks drift and are set. */
const rememberedMs = 600_000
const spanMs = 60_000

/** The offset lies between these, milliseconds. */
interface Bounds {
  sinceMs: number
  least: number
  most: number
}

/**
 * By how much CM's clock is ahead of ours, from the `Date` of its answers: that says whole seconds, and was
 * written between our question and its answer, so that each bounds the offset from both sides.
 */
export class ClockOffset {
  #spans: Bounds[] = []

  /** CM said `saidMs` in answer to what was asked at `askedAtMs`; all epoch milliseconds. */
  learn({
    saidMs,
    askedAtMs,
    answeredAtMs,
  }: Record<'saidMs' | 'askedAtMs' | 'answeredAtMs', number>) {
    const [least, most] = [saidMs - answeredAtMs, saidMs + 1000 - askedAtMs]
    const all = this.#bounds(answeredAtMs)
    const span = this.#spans.at(-1)
    // What contradicts all that was learnt: one of the clocks was set.
    if (!all || !span || least > all.most || most < all.least)
      this.#spans = [{ sinceMs: answeredAtMs, least, most }]
    else if (answeredAtMs - span.sinceMs > spanMs)
      this.#spans.push({ sinceMs: answeredAtMs, least, most })
    else {
      span.least = Math.max(span.least, least)
      span.most = Math.min(span.most, most)
    }
  }

  /** Null until an answer told. */
  of(nowMs: number): { aheadSeconds: number; uncertainSeconds: number } | null {
    const bounds = this.#bounds(nowMs)
    if (!bounds) return null
    const { least, most } = bounds
    return {
      aheadSeconds: Math.round((least + most) / 200) / 10,
      uncertainSeconds: Math.ceil((most - least) / 200) / 10,
    }
  }

  #bounds(nowMs: number): Pick<Bounds, 'least' | 'most'> | null {
    this.#spans = this.#spans.filter(
      ({ sinceMs }) => sinceMs > nowMs - rememberedMs && sinceMs <= nowMs,
    )
    if (this.#spans.length === 0) return null
    return {
      least: Math.max(...this.#spans.map(({ least }) => least)),
      most: Math.min(...this.#spans.map(({ most }) => most)),
    }
  }
}
