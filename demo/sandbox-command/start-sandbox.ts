/** Gateway, issuer and fields origin in one, for the tests of a shop. Its types are published: src/testing/sandbox.ts. */
import type { RunningSandbox, SandboxFaults, SandboxSettings } from '../../src/testing/sandbox.ts';
import { createFields, GATEWAY_HOSTS } from '../fields.ts';
import { listen } from '../listen.ts';
import { publicTransaction } from '../sandbox-gateway/console-page.ts';
import { FAULT_CHOICES, type FaultName } from '../sandbox-gateway/faults.ts';
import { SANDBOX_SHOP } from '../sandbox-gateway/sandbox-shop.ts';
import { createSandbox } from '../sandbox-gateway/sandbox.ts';

export async function startSandbox({ port = 0, faults = {} }: SandboxSettings = {}): Promise<RunningSandbox> {
  const fields = await listen('fields', port);
  const gateway = await listen('gateway', port && port + 1);
  const acs = await listen('acs', port && port + 2);
  const servers = [fields, gateway, acs];
  const close = async () => {
    await Promise.all(servers.map((server) => server.close()));
  };

  const sandbox = createSandbox({ ...SANDBOX_SHOP, gatewayOrigin: gateway.origin, acsOrigin: acs.origin });
  gateway.serve(sandbox.gateway.fetch);
  acs.serve(sandbox.acs.fetch);
  fields.serve(createFields(gateway.origin, { hosts: GATEWAY_HOSTS }).app.fetch); // `live`, too, stays on this machine

  // by the names that there are: one that is not published is an error here
  const assign = (values: { readonly [Name in FaultName]?: SandboxFaults[Name] }) => {
    if (!sandbox.faults.assign(values)) throw new TypeError(`no such fault: ${JSON.stringify(values)}\n${faultTable()}`);
  };
  try {
    assign(faults);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    fieldsOrigin: fields.origin,
    fieldsUrl: fields.loopback,
    gatewayOrigin: gateway.origin,
    gatewayUrl: gateway.loopback,
    acsOrigin: acs.origin,
    ...SANDBOX_SHOP,
    publicKey: sandbox.publicKey,
    setFault(name, value) {
      assign({ [name]: value });
    },
    clearFaults() {
      sandbox.faults.reset();
    },
    transactions: () => [...sandbox.store.transactions.values()].map(publicTransaction),
    answerInApp(accessId, answer) {
      const session = sandbox.store.transactions.get(accessId)?.session;
      if (!session) throw new TypeError(`no transaction ${accessId} with 3-D Secure`);
      session.approval ??= answer;
    },
    close,
  };
}

/** Name and values, a fault a line. */
export const faultTable = (): string =>
  Object.entries(FAULT_CHOICES).map(([name, values]) => `  ${name.padEnd(18)} ${values.join(' ')}`).join('\n');
