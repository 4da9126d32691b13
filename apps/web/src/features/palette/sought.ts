import { byWorst, matches, parseName } from '@wheelhouse/contract'
import type { Component, Operation } from '@wheelhouse/contract'

const has = (text: string, q: string) => text.toLowerCase().includes(q.toLowerCase())

interface Found<T> {
  readonly shown: readonly T[]
  /** How many there are in all. */
  readonly total: number
}

/** By a part of whatever the list is searched by, the worst first; nothing for nothing. */
export function soughtComponents(
  components: readonly Component[],
  q: string,
  { most }: { readonly most: number },
): Found<Component> {
  if (q === '') return { shown: [], total: 0 }
  const found = components.filter((component) => matches(component, { q }))
  return { shown: found.toSorted(byWorst).slice(0, most), total: found.length }
}

export interface SoughtHost {
  readonly cluster: string
  readonly host: string
  readonly components: number
}

/** Those on which components are tracked, the one with the most of them first. */
export function soughtHosts(
  components: readonly Component[],
  q: string,
  { most }: { readonly most: number },
): SoughtHost[] {
  if (q === '') return []
  const counts = new Map<string, SoughtHost>()
  for (const { cluster, host } of components) {
    if (host === null || !has(host, q)) continue
    const key = `${cluster}\n${host}`
    counts.set(key, { cluster, host, components: (counts.get(key)?.components ?? 0) + 1 })
  }
  return [...counts.values()]
    .toSorted((one, other) => other.components - one.components)
    .slice(0, most)
}

/** By the id, who asked for it, on which component, or what it is called; the newest without any word. */
export const soughtOperations = (
  operations: readonly Operation[],
  q: string,
  { most, kindWord }: { readonly most: number; readonly kindWord: (of: Operation) => string },
): Operation[] =>
  operations
    .filter((it) => [it.id, it.actor, it.component.name, kindWord(it)].some((text) => has(text, q)))
    .slice(0, most)

/** What people know a component by. */
export const shortName = (name: string): string => parseName(name)?.identity ?? name

export const isSought = (text: string, q: string): boolean => has(text, q)
