import { readFileSync, statSync } from 'node:fs'
import { userNameSchema } from '@wheelhouse/contract'
import { parse as parseYaml } from 'yaml'
import * as z from 'zod'
import { ConfigError } from '../../../config/config.ts'
import { passwordFault } from './password-fault.ts'

const fileSchema = z.strictObject({ name: userNameSchema, password: z.string() })

/**
 * The first administrator, as a file of YAML or JSON names them. Throws a `ConfigError` where it can't be
 * read, can be read by others than its owner, or holds something else. Its contents are never quoted.
 */
export function readBootstrapFile(file: string): z.output<typeof fileSchema> {
  const given = fileSchema.safeParse(read(file))
  if (!given.success) {
    const [issue] = given.error.issues
    const place = issue?.path.map(String).join('.')
    throw new ConfigError(
      `the bootstrap file ${file} must hold a name and a password and nothing else${place ? ` (${place})` : ''}`,
    )
  }
  const fault = passwordFault(given.data.password, given.data.name)
  if (fault)
    throw new ConfigError(`the password in the bootstrap file ${file} can't be chosen: ${fault}`)
  return given.data
}

function read(file: string): unknown {
  try {
    // On Windows a file's mode says nothing of who may read it.
    if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0)
      throw new ConfigError(
        `the bootstrap file ${file} can be read by others than its owner: take that right away with chmod 600 ${file}`,
      )
    return parseYaml(readFileSync(file, 'utf8'))
  } catch (error) {
    if (error instanceof ConfigError) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no YAML'
    // Without the cause: a parser quotes the line that it stumbles over.
    throw new ConfigError(`the bootstrap file ${file} cannot be read (${code})`)
  }
}
