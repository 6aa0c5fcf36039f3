#!/usr/bin/env node
/** `shoji-sandbox`: the sandbox as a command. Imported, the file starts nothing: it is `shoji-card/testing/sandbox`. */
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { RunningSandbox, SandboxFaults } from '../../src/testing/sandbox.ts';
import { PASSWORD } from '../sandbox-gateway/acs.ts';
import { FAULT_CHOICES, type FaultName } from '../sandbox-gateway/faults.ts';
import { faultTable, startSandbox } from './start-sandbox.ts';

export { startSandbox };

const DEFAULT_PORT = 3001;

const HELP = `shoji-sandbox [--port ${DEFAULT_PORT}] [--fault name=value]… [--json]

A sandbox gateway with a card issuer and a fields origin, on this machine only. It knows no real card.

  --port    of the fields; gateway and issuer take the next two. 0: any free ports, as where one of them is taken
  --fault   something that goes wrong from the start, such as getToken=silent; a name alone takes the first way
  --json    one line of JSON with the addresses, for scripts
  --help

Faults:
${faultTable()}

slow: otp: and app: take any number of milliseconds, result: any code.`;

const CARDS = [
  ['4111 1111 1111 1111', 'paid at once'],
  ['4100 0000 0000 5000', `the issuer asks for a password: ${PASSWORD}`],
  ['4100 0000 0030 0005', 'the issuer does not authenticate the shopper'],
  ['4999 0000 0000 0002', 'the issuer declines'],
];

const toSay = (sandbox: RunningSandbox): string => {
  const { fieldsOrigin, fieldsUrl, gatewayOrigin, gatewayUrl, acsOrigin, shopId, shopPass, siteId, sitePass, apiKey, publicKey } = sandbox;
  return `in browsers
  fields   ${fieldsOrigin}
  gateway  ${gatewayOrigin}  (its page shows what was paid, and switches faults)
  issuer   ${acsOrigin}
for your server, because names under .localhost resolve in browsers only
  gateway  ${gatewayUrl}/payment/EntryTran.idPass …, or ${gatewayUrl}/credit/charge …
  fields   ${fieldsUrl}
shop       ShopID ${shopId}  ShopPass ${shopPass}
site       SiteID ${siteId}  SitePass ${sitePass}

cards, with any expiry to come and any security code
${CARDS.map(([number = '', what = '']) => `  ${number}  ${what}`).join('\n')}

<script src="${fieldsOrigin}/shoji-card.js"></script>
<shoji-card name="token" shop-id="${shopId}" environment="test"></shoji-card>
or, by version 2 of the token script
<shoji-card name="token" gateway="gmo-v2" api-key="${apiKey}" public-key="${publicKey}" environment="test"></shoji-card>

faults, while it runs
  curl -H 'content-type: application/json' -d '{"getToken":"silent"}' ${gatewayUrl}/sandbox/faults
  curl -H 'content-type: application/json' -d '{"reset":true}' ${gatewayUrl}/sandbox/faults`;
};

/** `getToken=silent`, or `getToken` alone. */
function readFault(text: string): [name: string, value: string] {
  const at = text.indexOf('=');
  if (at >= 0) return [text.slice(0, at), text.slice(at + 1)];
  const choices = Object.hasOwn(FAULT_CHOICES, text) ? FAULT_CHOICES[text as FaultName] : [];
  return [text, choices.find((choice) => choice !== 'ok') ?? ''];
}

async function run(words: string[]): Promise<void> {
  const { values } = parseArgs({
    args: words,
    options: {
      port: { type: 'string', default: String(DEFAULT_PORT) },
      fault: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const port = Number(values.port);
  if (!/^\d{1,5}$/.test(values.port) || port > 65_533) throw new TypeError('--port is a number up to 65533');
  const faults = Object.fromEntries(values.fault.map(readFault)) as Partial<SandboxFaults>;
  const sandbox = await startSandbox({ port, faults });
  if (port && !sandbox.fieldsUrl.endsWith(`:${port}`)) console.error(`port ${port} is taken`);
  console.log(values.json ? JSON.stringify(sandbox) : toSay(sandbox));
  const stop = () => {
    void sandbox.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

const [, started] = process.argv;
if (started !== undefined && realpathOf(started) === fileURLToPath(import.meta.url)) {
  run(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
}

/** npm starts a command by a link. */
function realpathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
