import { QueryClientProvider } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { Door } from './door.tsx'
import { router } from './router.tsx'

export const App = ({ client }: { readonly client: QueryClient }) => (
  <QueryClientProvider client={client}>
    <Door>
      <RouterProvider router={router} />
    </Door>
  </QueryClientProvider>
)
