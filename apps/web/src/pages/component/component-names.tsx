import { useQuery } from '@tanstack/react-query'
import { isObservable } from '@wheelhouse/contract'
import type { Component } from '@wheelhouse/contract'
import { namesQuery } from '../../api/one-component.ts'
import { NamesList } from '../../features/components/one/names-list.tsx'
import { TabFaces } from '../tab-faces.tsx'

export const ComponentNames = ({ component }: { readonly component: Component }) => (
  <TabFaces query={useQuery(namesQuery(component.id))}>
    {({ items }) => <NamesList names={items} isObservable={isObservable(component.kind)} />}
  </TabFaces>
)
