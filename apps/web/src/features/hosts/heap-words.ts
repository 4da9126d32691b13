import { numberWords } from '../../i18n/words.ts'

const megabytesInGigabyte = 1024

/** `4 GB`, `1.5 GB`, `512 MB`. */
export const heapWords = (megabytes: number): string =>
  megabytes < megabytesInGigabyte
    ? `${numberWords(Math.round(megabytes))} MB`
    : `${numberWords(Math.round((megabytes / megabytesInGigabyte) * 10) / 10)} GB`
