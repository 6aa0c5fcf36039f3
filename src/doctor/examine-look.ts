/** What shoppers would see. */
import type { Patient, Symptom } from './diagnosis.js';

/** Below this iOS zooms in when a field gets the focus. CSS pixels. */
const LEAST_SIZE = 16;
/** Of brightness, from 0 to 1: certain enough to be called a dark or a light ground. */
const DARK = 0.2;
const LIGHT = 0.7;

export function examineLook({ host, skeleton, pristine: { computedStyle } }: Patient): Symptom[] {
  const found: Symptom[] = [];
  const input = skeleton.querySelector('.input');
  const size = input ? parseFloat(computedStyle(input).fontSize) : LEAST_SIZE;
  if (size < LEAST_SIZE) {
    const isByProperty = computedStyle(host).getPropertyValue('--shoji-font-size').trim() !== '';
    const fix = isByProperty ? 'shoji-card { --shoji-font-size: 16px }' : 'shoji-card::part(input) { font-size: 16px }';
    found.push({ code: 'font-small', severity: 'warning', values: { size: `${String(size)}px` }, fix });
  }
  const scheme = schemeOf(skeleton, computedStyle);
  const brightness = brightnessBehind(host, computedStyle);
  if (brightness !== null && (scheme === 'dark' ? brightness > LIGHT : brightness < DARK)) {
    const right = scheme === 'dark' ? 'light' : 'dark';
    found.push({ code: 'colour-scheme', severity: 'warning', values: { scheme, right }, fix: `shoji-card { color-scheme: ${right} }` });
  }
  return found;
}

type ComputedStyle = Patient['pristine']['computedStyle'];

/** The one that is used, whatever it follows from: `light-dark()` knows. */
function schemeOf(skeleton: HTMLElement, computedStyle: ComputedStyle): 'light' | 'dark' {
  const probe = document.createElement('div');
  probe.style.color = 'light-dark(rgb(0, 0, 0), rgb(1, 1, 1))';
  skeleton.after(probe);
  const { color } = computedStyle(probe);
  probe.remove();
  return color === 'rgb(1, 1, 1)' ? 'dark' : 'light';
}

/** Of the nearest ground that covers what is behind it; null for a picture, a gradient, a colour that is not plain, or none at all. */
function brightnessBehind(host: Element, computedStyle: ComputedStyle): number | null {
  for (let element: Element | null = host; element; element = parentOf(element)) {
    const { backgroundColor, backgroundImage } = computedStyle(element);
    if (backgroundImage !== 'none') return null;
    const [red, green, blue, alpha = 1] = (/^rgba?\(([^)]*)\)$/.exec(backgroundColor)?.[1] ?? '').split(',').map(Number);
    if (alpha === 0) continue;
    if (alpha < 1 || red === undefined || green === undefined || blue === undefined) return null;
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
  }
  return null;
}

/** Around it as it is shown: out of slots and roots. */
function parentOf(element: Element): Element | null {
  const around = element.assignedSlot ?? element.parentNode;
  return around instanceof ShadowRoot ? around.host : around instanceof Element ? around : null;
}
