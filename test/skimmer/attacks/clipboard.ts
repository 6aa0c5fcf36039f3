import type { Attack } from '../attack.ts';

export const CLIPBOARD: readonly Attack[] = [
  {
    id: 'cl-read',
    what: 'reads the clipboard with the shop’s permission, again and again, while the shopper types',
    aim: 'reading',
    control: 'reads',
    flow: 'clipboard',
    engines: ['chromium'],
    why: 'only Chromium grants a test this permission; Firefox and WebKit ask the shopper each time',
    script: `const look = () => navigator.clipboard.readText().then((text) => steal(text), () => undefined);
      for (const type of ['keydown', 'focusin', 'copy', 'shoji-change']) listen(document, type, look, true);
      moment(look);`,
  },
];
