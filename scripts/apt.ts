import { spawnSync } from 'node:child_process'

const debianPatience = ['-o', 'DPkg::Lock::Timeout=120', '-o', 'Acquire::Retries=2']

/** Installs Debian packages only where that needs no question; says whether they are installed now. */
export function aptInstall(packages: string[]): boolean {
  const prefix = rightsPrefix()
  if (!prefix || !succeeds('apt-get', ['--version'])) return false

  console.log(`trying: apt-get install ${packages.join(' ')}`)
  const apt = (...words: string[]) =>
    run([...prefix, 'apt-get', ...debianPatience, '-qq', ...words])
  // The lists may be stale or absent; where they can't be renewed the install may still work.
  apt('update')
  return apt('install', '-y', '--no-install-recommends', ...packages)
}

/** Root needs no prefix, a password-less sudo is one, and anybody else has no rights. */
function rightsPrefix(): string[] | undefined {
  if (process.getuid?.() === 0) return []
  return succeeds('sudo', ['-n', 'true']) ? ['sudo', '-n'] : undefined
}

function run([command = '', ...words]: string[]): boolean {
  const { status } = spawnSync(command, words, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 300_000,
  })
  return status === 0
}

const succeeds = (command: string, words: string[]) =>
  spawnSync(command, words, { stdio: 'ignore' }).status === 0
