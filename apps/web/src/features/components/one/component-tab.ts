/** The parts of a component's page; the first is shown where the URL names none. */
export const componentTabs = ['overview', 'config', 'operations', 'raw', 'names'] as const
export type ComponentTab = (typeof componentTabs)[number]

export const parseTab = (word: unknown): ComponentTab | undefined =>
  componentTabs.find((tab) => tab === word && tab !== 'overview')
