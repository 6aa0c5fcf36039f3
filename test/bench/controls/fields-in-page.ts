/** Our own field code, without its frame: what an isolated form is compared with. Nobody is sold this. */
import { startFields } from './fields.ts';

declare global {
  var bench: { mount?: (container: HTMLElement) => unknown };
}

bench.mount = async (container: HTMLElement) => {
  const host = await startFields(['number', 'expiry', 'cvc']);
  container.append(host);
  return () => {
    host.remove();
  };
};
