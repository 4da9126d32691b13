import { changeUser as changing, createUser, listUsers } from '@wheelhouse/contract'
import { Problem } from '../../../http/problem.ts'
import { routeOf, type App } from '../../../http/route.ts'
import type { Access } from '../access.ts'
import { personOf } from '../person.ts'
import { refuseBadPassword } from '../sign-in/password-fault.ts'
import { changeUser } from './user-changes.ts'

/** Who can sign in. The door lets nobody in here who may not manage users of the whole estate. */
export async function userRoutes(app: App, { access }: { access: Access }) {
  const { users, hashes } = access

  app.route({
    ...routeOf(listUsers),
    handler: async () => {
      const items = users.all()
      return { items, total: items.length }
    },
  })

  app.route({
    ...routeOf(createUser),
    handler: async (request, reply) => {
      const { actor } = personOf(request, access)
      const { name, password, grants } = request.body
      users.refuseName(name)
      refuseBadPassword(password, name)
      const hash = await hashes.make(password)
      const account = await users.create({ name, password: hash, grants, createdBy: actor })
      return reply.code(201).send(users.shown(account))
    },
  })

  app.route({
    ...routeOf(changing),
    handler: async (request) => {
      const { actor, account: own } = personOf(request, access)
      const { id } = request.params
      const account = users.get(id)
      if (!account) throw new Problem('NOT_FOUND', `no user has the id ${id}`)
      if (request.body.password !== undefined && id === own.id)
        throw new Problem('INVALID_INPUT', 'one’s own password is changed with the current one', {
          field: 'body.password',
          fault: 'own-password',
        })
      return users.shown(await changeUser(access, account, { by: actor, wanted: request.body }))
    },
  })
}
