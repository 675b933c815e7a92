#!/usr/bin/env node
import { main } from './commands/index.js';

await main(process.argv.slice(2));
