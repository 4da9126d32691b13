// Cheaper to draw anew than to remember: see vite.config.ts.
'use no memo'

import classes from './bones.module.css'

/** Grey bars of the height of what is to come, so that nothing jumps when it does. */
export const Bones = ({ rows, height }: { readonly rows: number; readonly height: number }) => (
  <div aria-hidden className={classes.bones}>
    {Array.from({ length: rows }, (_, row) => (
      <div key={row} style={{ height }}>
        <span style={{ width: 84 }} />
        <span style={{ width: `${28 - ((row * 7) % 12)}%` }} />
        <span style={{ width: 64 }} />
        <span style={{ width: 96 }} />
      </div>
    ))}
  </div>
)
