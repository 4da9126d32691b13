import { createStore } from '../lib/store.ts'

/** Counts how often an answer said that nobody is signed in. */
export const sessionDoubts = createStore(0)

/** Something was answered as to a stranger: who this page works for has to be asked again. */
export const doubtSession = () => sessionDoubts.set(sessionDoubts.get() + 1)

/** Whether the session under which this page works has ended. What the page knows of it stays as it was. */
export const sessionOver = createStore(false)
