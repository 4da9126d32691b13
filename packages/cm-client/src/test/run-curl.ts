import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Has a POSIX shell run the line, with the address and these variables and nothing else about it. */
export const runCurl = (
  line: string,
  { url, ...variables }: { readonly url: string; readonly [variable: string]: string },
) => run('sh', ['-c', line], { env: { ...variables, PATH: process.env['PATH'], CM_URL: url } })
