/** Every attack of the suite. The first 56 names are those of the study that the design rests on; the rest came with it. */
import type { Attack } from '../attack.ts';
import { ADDRESSES } from './addresses.ts';
import { CLIPBOARD } from './clipboard.ts';
import { CONFIGURATION } from './configuration.ts';
import { CSS } from './css.ts';
import { EVENTS } from './events.ts';
import { FRAMES } from './frames.ts';
import { IMITATION } from './imitation.ts';
import { MESSAGES } from './messages.ts';
import { MODULES } from './modules.ts';
import { SHADOW } from './shadow.ts';
import { STOLEN_BUILTINS } from './stolen-builtins.ts';

/** The attacks of one file that only listen share a page. */
export const GROUPS: Readonly<Record<string, readonly Attack[]>> = {
  events: EVENTS,
  shadow: SHADOW,
  'stolen-builtins': STOLEN_BUILTINS,
  messages: MESSAGES,
  frames: FRAMES,
  imitation: IMITATION,
  css: CSS,
  clipboard: CLIPBOARD,
  configuration: CONFIGURATION,
  modules: MODULES,
  addresses: ADDRESSES,
};

export const ATTACKS: readonly Attack[] = Object.values(GROUPS).flat();

/** What must be in the list whatever else is. */
export const STUDIED: readonly string[] = [
  'ev-key', 'ev-input', 'ev-value', 'ev-paste', 'ev-copy', 'ev-path', 'ev-ime',
  'sh-attach', 'sh-attach-open', 'sh-preattach', 'sh-setroot', 'sh-internals-patch', 'sh-internals-call', 'sh-props', 'sh-serialise', 'sh-anim',
  'sh-perf', 'sh-focus', 'sh-select', 'sh-find', 'sh-omni', 'sh-define', 'sh-predefine', 'sh-create', 'sh-remount', 'sh-mutobs',
  'st-value', 'st-ael', 'st-net', 'st-json', 'st-tojson', 'st-setter', 'st-string', 'st-promise', 'st-console', 'st-global',
  'ms-listen', 'ms-source-nav', 'ms-patch', 'ms-forge',
  'fr-index', 'fr-open', 'fr-target', 'fr-srcrewrite', 'fr-template',
  'ui-overlay', 'ui-replace', 'ui-keycapture',
  'css-attr', 'css-part', 'css-font', 'css-var',
  'cl-read', 'pp-config', 'url-leak', 'form-value',
];
