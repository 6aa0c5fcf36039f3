/** A process of its own: opens pages that take minutes or never come, closes the sandbox, and has to end by itself. */
import { enterWith3ds, formsOf, startSandbox } from './support.ts';

const sandbox = await startSandbox();
sandbox.faults.assign({ idPass: 'ok', challengePage: 'slow:300000' });
const { answer } = await enterWith3ds(sandbox, '4100000000005000');
const redirectUrl = answer['RedirectUrl'] ?? '';
const [form] = formsOf(await (await fetch(redirectUrl)).text(), redirectUrl);
const open = (fault: 'slow:300000' | 'silent') => {
  sandbox.faults.set('challengePage', fault);
  return fetch(form?.action ?? '', { method: 'POST', body: new URLSearchParams(form?.fields) }).catch(() => undefined);
};
const pages: Promise<unknown>[] = [];
for (const fault of ['slow:300000', 'silent'] as const) {
  const before = sandbox.store.requests.length;
  pages.push(open(fault));
  while (sandbox.store.requests.length === before) await new Promise(setImmediate);
}
sandbox.faults.set('idPass', 'slow:300000');
pages.push(sandbox.call('SearchTrade', {}).catch(() => undefined));
while (!sandbox.store.requests.some(({ path }) => path === '/payment/SearchTrade.idPass')) await new Promise(setImmediate);
await sandbox.close();
await Promise.all(pages);
