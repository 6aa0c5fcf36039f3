/** What every part of the sandbox is given. */
import type { Faults } from './faults.ts';
import type { SandboxStore } from './store.ts';

export interface SandboxContext {
  readonly shopId: string;
  readonly shopPass: string;
  readonly siteId: string;
  readonly sitePass: string;
  readonly apiKey: string;
  /** As browsers see it. */
  readonly gatewayOrigin: string;
  readonly acsOrigin: string;
  readonly now: () => Date;
  readonly store: SandboxStore;
  readonly faults: Faults;
  /** Of the OpenAPI type, whose calls do their work with those of the protocol type: what the history names instead of them. */
  readonly endpoint?: string;
}
