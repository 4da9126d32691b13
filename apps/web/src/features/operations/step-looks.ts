import {
  IconAlertHexagon,
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconEyeCheck,
  IconEyeX,
  IconLoader2,
  IconPlayerSkipForward,
  IconUserCheck,
} from '@tabler/icons-react'
import type { Look } from './state.ts'
import type { StepWord } from './step-word.ts'

export const stepLooks: Record<StepWord, Look> = {
  pending: { tone: 'grey', icon: IconClock, isLoud: false },
  sending: { tone: 'blue', icon: IconLoader2, isLoud: true },
  reading: { tone: 'blue', icon: IconLoader2, isLoud: true },
  accepted: { tone: 'cyan', icon: IconCircleCheck, isLoud: false },
  seen: { tone: 'green', icon: IconEyeCheck, isLoud: false },
  learnt: { tone: 'green', icon: IconEyeCheck, isLoud: false },
  said: { tone: 'slate', icon: IconUserCheck, isLoud: false },
  skipped: { tone: 'slate', icon: IconPlayerSkipForward, isLoud: false },
  'passed-over': { tone: 'slate', icon: IconPlayerSkipForward, isLoud: false },
  rejected: { tone: 'red', icon: IconCircleX, isLoud: true },
  refused: { tone: 'red', icon: IconCircleX, isLoud: true },
  'not-seen': { tone: 'red', icon: IconEyeX, isLoud: true },
  uncertain: { tone: 'magenta', icon: IconAlertHexagon, isLoud: true },
}
