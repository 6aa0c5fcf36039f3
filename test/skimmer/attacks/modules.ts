/** What a script loads later, with import(): an import map of the page's can put another file in its place. */
import type { Attack } from '../attack.ts';

export const MODULES: readonly Attack[] = [
  {
    id: 'im-map',
    what: 'has an import map that puts its own module in the place of what our script loads later, has it loaded, and uses what it is lent',
    aim: 'replacement',
    control: 'reads',
    alone: true,
    differs: true,
    afterIn: ['chromium', 'webkit'],
    why: 'Firefox takes no import map once a module was asked for, and ours has been by then',
    noisy: true,
    script: `const module = FAKE.replace('/fake/', '/module/');
      const map = document.createElement('script');
      map.type = 'importmap';
      map.textContent = JSON.stringify({ imports: { [new URL('three-ds.js', SCRIPT).href]: module, [new URL('doctor.js', SCRIPT).href]: module, [new URL('naive-module.js', location.href).href]: module } });
      document.head.append(map);
      window.__lent = (lent) => {
        steal(lent);
        if (!lent?.root) return;
        steal('lent by ours');
        raid(lent.root);
        const { pristine } = lent;
        for (const element of lent.root.querySelectorAll('*')) {
          try { raid(pristine.attachInternals(element).shadowRoot); } catch { /* taken */ }
          try { pristine.contentWindow(element).location = FAKE; } catch { /* no frame */ }
        }
      };
      window.__diagnosed = () => steal('lent for a diagnosis');
      whenHosts(() => {
        const card = document.getElementById('card');
        card.setAttribute('consent', '');
        void card.diagnose();
      });`,
  },
];
