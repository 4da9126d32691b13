import { createHash } from 'node:crypto'
import type { Simulator } from '@wheelhouse/simulator'
import type { Product } from './product.ts'

/** All that somebody could have changed, as one text a table: when somebody was seen is no change. */
export async function everythingIn({ db }: Product, simulator: Simulator) {
  const rows = {
    component: await db.selectFrom('component').selectAll().orderBy('id').execute(),
    cluster_setting: await db.selectFrom('cluster_setting').selectAll().execute(),
    setting: await db.selectFrom('setting').selectAll().execute(),
    former_name: await db.selectFrom('former_name').selectAll().orderBy('id').execute(),
    operation: await db.selectFrom('operation').selectAll().orderBy('id').execute(),
    step: await db
      .selectFrom('step')
      .selectAll()
      .orderBy('operation_id')
      .orderBy('position')
      .execute(),
    user: (await db.selectFrom('user').selectAll().orderBy('id').execute()).map(
      ({ seen_at: _at, ...row }) => row,
    ),
    session: await db.selectFrom('session').select(['id', 'user_id']).orderBy('id').execute(),
    api_token: (await db.selectFrom('api_token').selectAll().orderBy('id').execute()).map(
      ({ seen_at: _at, ...row }) => row,
    ),
  }
  const hashed = Object.entries(rows).map(([table, all]) => [
    table,
    createHash('sha256').update(JSON.stringify(all)).digest('hex'),
  ])
  return {
    ...(Object.fromEntries(hashed) as Record<string, string>),
    writes: await simulator.writes(),
  }
}
