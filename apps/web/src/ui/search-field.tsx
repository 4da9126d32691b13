// Cheaper to draw anew than to remember: see vite.config.ts.
'use no memo'

import { IconSearch } from '@tabler/icons-react'
import type { ComponentProps } from 'react'
import classes from './field.module.css'

/** Plain, for it is on the first page: Mantine's input would be a twentieth of its budget. */
export const SearchField = ({
  hasKey,
  ...props
}: ComponentProps<'input'> & { hasKey: boolean }) => (
  <span className={classes.search}>
    <IconSearch size={16} aria-hidden />
    <input {...props} type="search" className={classes.field} />
    {hasKey && (
      <kbd aria-hidden className={classes.key}>
        /
      </kbd>
    )}
  </span>
)
