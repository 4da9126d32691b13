import * as z from 'zod/mini'

// Before any schema is read: a strict CSP forbids the code that zod would make at run time.
z.config({ jitless: true })
