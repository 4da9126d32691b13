import * as z from 'zod/mini'

/** OMS's own protection levels (`cm-api.md` §4.3): how much lag a component may have. */
export const protectionLevels = ['high', 'medium', 'low'] as const
export const protectionLevelSchema = z.enum(protectionLevels)
export type ProtectionLevel = z.output<typeof protectionLevelSchema>

/** Where nothing else was said. */
export const defaultProtection: ProtectionLevel = 'medium'

/** More lag than this is behind, seconds. */
export const lagThresholds: Readonly<Record<ProtectionLevel, number>> = {
  high: 30,
  medium: 300,
  low: 900,
}
