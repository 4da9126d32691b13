import { createTheme } from '@mantine/core'
import type { MantineColorsTuple } from '@mantine/core'

const harbour: MantineColorsTuple = [
  '#e8f4f5',
  '#cfe6e8',
  '#a3cfd4',
  '#74b7bf',
  '#4fa3ad',
  '#2d8a96',
  '#167a87',
  '#0b6774',
  '#065561',
  '#03424d',
]

const gray: MantineColorsTuple = [
  '#f5f8f9',
  '#eef3f5',
  '#e4ebee',
  '#dbe3e7',
  '#c3ced4',
  '#93a4ae',
  '#55656f',
  '#42515b',
  '#2b3942',
  '#14212a',
]

const dark: MantineColorsTuple = [
  '#dce5e9',
  '#b9c6cd',
  '#93a4ae',
  '#6e7f89',
  '#34444e',
  '#233038',
  '#131c21',
  '#0d1418',
  '#0a1013',
  '#070b0d',
]

export const theme = createTheme({
  colors: { harbour, gray, dark },
  primaryColor: 'harbour',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.25,
  black: '#14212a',
  defaultRadius: 6,
  respectReducedMotion: true,
  cursorType: 'pointer',
  fontFamily: 'var(--wh-sans)',
  fontFamilyMonospace: 'var(--wh-mono)',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.45', sm: '1.5', md: '1.55', lg: '1.55', xl: '1.5' },
})
