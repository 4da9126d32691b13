import type { Session } from '@wheelhouse/contract'
import { QueryObserver } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { createStore } from '../lib/store.ts'
import { isIn, sessionQuery } from './queries.ts'
import { rights } from './rights.ts'
import { sessionDoubts, sessionOver } from './session-doubt.ts'
import { hearSessionWord, readSessionWord, saySessionWord } from './session-word.ts'

/**
 * What this page is to show. `asking`: not known yet. `over`: somebody worked here and is signed out now,
 * so that what they have on the screen stays until they are back.
 */
export type Standing = 'asking' | 'in' | 'setup' | 'signed-out' | 'over'

export const standing = createStore<Standing>('asking')

/** The name of whoever is signed in on this page, or was. */
export const lastSignedIn = createStore<string>('')

interface Following {
  /** Begins to follow the estate; ends with the returned function. */
  readonly start: () => () => void
  /** This page is of somebody else, or of nobody any more. */
  readonly reload: () => void
}

/** Asks who works here, and again whenever there is a doubt; ends with the returned function. */
export function followSession(client: QueryClient, { start, reload }: Following): () => void {
  let end: (() => void) | undefined
  /** Who works on this page; `undefined` until the server has said that somebody may. */
  let actor: string | null | undefined

  const enter = () => {
    standing.set('in')
    end ??= start()
  }
  const leave = () => {
    end?.()
    end = undefined
  }
  const goOn = (session: Session) => {
    const wasOver = standing.get() === 'over'
    actor = session.actor
    if (session.state === 'signed-in') lastSignedIn.set(session.actor ?? '')
    saySessionWord('in')
    enter()
    if (wasOver)
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
  }
  const stop = (next: Standing) => {
    if (readSessionWord() === 'in') saySessionWord(undefined)
    leave()
    standing.set(next)
  }
  const take = (session: Session) => {
    rights.set(session.grants)
    if (sessionOver.get()) stop('over')
    else if (isIn(session)) {
      if (actor === undefined || actor === session.actor) goOn(session)
      else reload()
    } else if (actor === undefined) stop(session.state === 'setup' ? 'setup' : 'signed-out')
    else reload()
  }
  const ask = () => void client.invalidateQueries(sessionQuery, { cancelRefetch: false })

  // Where somebody worked before, the page is not kept waiting for the answer.
  if (readSessionWord() === 'in') enter()
  const ends = [
    new QueryObserver(client, sessionQuery).subscribe(({ data, isError }) => {
      if (data) take(data)
      // Nobody knows; what the page asks for will be refused, or fail with words of its own.
      else if (isError) enter()
    }),
    sessionDoubts.subscribe(ask),
    hearSessionWord((word) => (word === 'out' && actor !== undefined ? reload() : ask())),
    leave,
  ]
  return () => {
    for (const each of ends) each()
  }
}
