/** Listeners on window and document: what a key, an input, a paste or a copy tells whoever listens. */
import type { Attack } from '../attack.ts';

export const EVENTS: readonly Attack[] = [
  {
    id: 'ev-key',
    what: 'listens to keydown, keypress and keyup of window and document, and reads event.key',
    aim: 'reading',
    control: 'reads',
    script: `listen(window, 'keydown', (event) => typed(event.key), true);
      for (const type of ['keypress', 'keyup']) listen(document, type, (event) => steal(event.key, event.code?.replace(/^(Digit|Numpad)/, '')), true);`,
  },
  {
    id: 'ev-input',
    what: 'listens to beforeinput, input and textInput, and reads event.data',
    aim: 'reading',
    control: 'reads',
    script: `listen(window, 'input', (event) => typed(event.data), true);
      for (const type of ['beforeinput', 'textInput']) listen(document, type, (event) => steal(event.data), true);`,
  },
  {
    id: 'ev-value',
    what: 'listens to change, blur, focusout, input, and reads event.target.value',
    aim: 'reading',
    control: 'reads',
    script: `for (const type of ['change', 'blur', 'focusout', 'input', 'keyup'])
      listen(window, type, (event) => steal(event.target?.value, event.composedPath()[0]?.value), true);`,
  },
  {
    id: 'ev-path',
    what: 'follows composedPath, originalTarget, explicitOriginalTarget, relatedTarget and coalesced events into closed roots',
    aim: 'replacement',
    control: 'reads',
    alone: true,
    differs: true,
    noisy: true,
    script: `const look = (thing) => {
        if (!(thing instanceof Node)) return;
        if (thing instanceof HTMLInputElement) steal(thing.value);
        if (thing instanceof HTMLIFrameElement) seize(thing);
        const root = thing.getRootNode();
        if (root instanceof ShadowRoot) raid(root);
      };
      const types = ['keydown', 'input', 'focus', 'blur', 'focusin', 'focusout', 'pointerdown', 'pointermove', 'mousedown', 'mouseover', 'mouseout', 'click',
        'load', 'error', 'scroll', 'resize', 'transitionrun', 'transitionend', 'animationstart', 'slotchange', 'selectionchange', 'selectstart', 'pointerrawupdate',
        'beforetoggle', 'toggle', 'command', 'interest', 'securitypolicyviolation', 'scrollend', 'scrollsnapchange', 'contentvisibilityautostatechange', 'cancel', 'close'];
      for (const type of types) for (const target of [window, document]) listen(target, type, (event) => {
        for (const step of event.composedPath()) look(step);
        for (const name of ['target', 'currentTarget', 'srcElement', 'originalTarget', 'explicitOriginalTarget', 'composedTarget', 'relatedTarget', 'rangeParent', 'submitter', 'fromElement', 'toElement', 'source', 'snapTargetBlock']) {
          try { look(event[name]); } catch { /* denied */ }
        }
        for (const inner of [...(event.getCoalescedEvents?.() ?? []), ...(event.getPredictedEvents?.() ?? [])]) {
          if (inner.target instanceof HTMLInputElement) continue; // its own root brings this browser's page down
          look(inner.target);
          try { look(inner.originalTarget); } catch { /* denied */ }
        }
        try { for (const range of event.getTargetRanges?.() ?? []) { look(range.startContainer); look(range.endContainer); } } catch { /* none */ }
      }, true);`,
  },
  {
    id: 'ev-paste',
    what: 'listens to paste, and reads event.clipboardData',
    aim: 'reading',
    control: 'reads',
    flow: 'paste',
    script: `for (const type of ['paste', 'beforeinput', 'input']) listen(window, type, (event) =>
      steal(event.clipboardData?.getData('text'), event.dataTransfer?.getData('text'), event.data), true);`,
  },
  {
    id: 'ev-copy',
    what: 'listens to copy and cut, and reads the selection and event.clipboardData',
    aim: 'reading',
    control: 'reads',
    flow: 'paste',
    script: `for (const type of ['copy', 'cut', 'beforecopy', 'beforecut']) listen(window, type, (event) =>
      steal(String(getSelection()), event.clipboardData?.getData('text'), event.target?.value), true);`,
  },
  {
    id: 'ev-ime',
    what: 'listens to composition events of an input method, and reads event.data',
    aim: 'reading',
    control: 'reads',
    flow: 'compose',
    engines: ['chromium'],
    why: 'only the DevTools protocol composes text in a test',
    script: `for (const type of ['compositionstart', 'compositionupdate', 'compositionend', 'beforeinput', 'input'])
      listen(window, type, (event) => steal(event.data), true);`,
  },
];
