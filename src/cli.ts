import { runCli } from './cli/run.js';
import { processTerminal } from './cli/terminal.js';

// The command line: `npm run lotse -- <command>`.
process.exitCode = await runCli(process.argv.slice(2), processTerminal(process.env));
