import { readConfig } from './config/config.ts'
import { run } from './run.ts'
import { startServer } from './server.ts'

await run(async () => startServer(readConfig()))
