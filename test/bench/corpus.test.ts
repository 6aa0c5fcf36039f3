import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkDigit, corpus, grouped, type Step } from './corpus.ts';

/** A field that keeps digits, shows them in groups and has its caret between characters: what a right field does, as plainly as can be. */
function entered(steps: readonly Step[], groups: readonly number[]): string {
  let [text, caret, anchor] = ['', 0, 0];
  const digitsBefore = (position: number) => text.slice(0, position).replace(/\D/g, '').length;
  const put = (digits: string, from: number, to: number) => {
    const all = text.replace(/\D/g, '');
    const changed = all.slice(0, from) + digits + all.slice(to);
    text = grouped(changed, groups);
    caret = anchor = from + digits.length ? grouped(changed.slice(0, from + digits.length), groups).length : 0;
  };
  const selection = () => [Math.min(digitsBefore(anchor), digitsBefore(caret)), Math.max(digitsBefore(anchor), digitsBefore(caret))] as const;
  for (const step of steps) {
    if (step.type === 'all') [anchor, caret] = [0, text.length];
    else if (step.type !== 'press') {
      const digits = step.text.normalize('NFKC').replace(/\D/g, '');
      put(digits, ...selection());
    } else for (let time = 0; time < step.times; time += 1) {
      const [from, to] = selection();
      if (step.key === 'Backspace') put('', to > from ? from : from - 1, to);
      else if (step.key === 'Delete') put('', from, to > from ? to : from + 1);
      else {
        caret = { Home: 0, End: text.length, ArrowRight: caret + 1 }[step.key];
        if (!step.isSelecting) anchor = caret;
      }
    }
  }
  return text;
}

const groupsOf = (shown: string) => shown.split(' ').map((part) => part.length);

describe('the corpus of entries', () => {
  const cases = corpus(220, 1);

  it('is the same for the same seed, and another for another', () => {
    assert.deepEqual(corpus(40, 1), corpus(40, 1));
    assert.notDeepEqual(corpus(40, 1), corpus(40, 2));
  });

  it('has every way of entering for every layout', () => {
    const kinds = new Set(cases.map(({ name, expected }) => `${name.split(':', 1)[0] ?? ''} ${groupsOf(expected).join()}`));
    assert.equal(kinds.size, 11 * 3);
  });

  it('has numbers with the right check digit', () => {
    assert.equal(checkDigit('411111111111111'), '1');
    assert.equal(checkDigit('37828224631000'), '5');
    for (const { expected } of cases) {
      const digits = expected.replaceAll(' ', '');
      assert.equal(checkDigit(digits.slice(0, -1)), digits.at(-1));
    }
  });

  it('says of each what a plain model of a field ends with', () => {
    for (const { name, steps, expected } of cases) assert.equal(entered(steps, groupsOf(expected)), expected, name);
  });

  it('mends between two digits, where it is clear where the caret stands', () => {
    for (const { name, steps, expected } of cases.filter(({ name: way }) => way.includes('wrong'))) {
      const move = steps.find((step) => step.type === 'press' && step.key === 'ArrowRight');
      assert.ok(move?.type === 'press');
      assert.match(expected.slice(move.times - 1, move.times + 2), /^\d{3}$/, name);
    }
  });

  it('groups what there is', () => {
    assert.equal(grouped('41112', [4, 4, 4, 4]), '4111 2');
    assert.equal(grouped('378282246310005', [4, 6, 5]), '3782 822463 10005');
    assert.equal(grouped('', [4, 4]), '');
  });
});
