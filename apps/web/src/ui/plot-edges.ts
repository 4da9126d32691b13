/** Room for the words of a chart's scale, and behind its last moment, CSS pixels; as in `time-chart.module.css`. */
export const plotEdges = { left: 60, right: 12 } as const
