import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadScript } from '../../src/gateway/load-script.js';
import { until } from '../support/gateway-contract.ts';
import { FakeRealm, type FakeScript } from './fake-realm.ts';

const ADDRESS = 'https://static.example/token.js';

/** Each try gets the next answer; the last one holds for all others. */
function setup(...answers: ('loads' | 'fails' | 'is-silent')[]) {
  const realm = new FakeRealm((script: FakeScript) => {
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    queueMicrotask(() => {
      if (answer === 'loads') realm.load(script);
      if (answer === 'fails') realm.fail(script);
    });
  });
  return realm;
}
const attached = (realm: FakeRealm) => realm.scripts.filter(({ isInDocument }) => isInDocument).length;

describe('loadScript', { timeout: 10_000 }, () => {
  it('loads the script from the address', async () => {
    const realm = setup('loads');
    assert.equal(await loadScript(realm.asDocument(), ADDRESS, []), true);
    assert.deepEqual(realm.scripts.map(({ src }) => src), [ADDRESS]);
  });

  it('tries again after a failure, as often as there are pauses', async () => {
    const realm = setup('fails', 'fails', 'loads');
    assert.equal(await loadScript(realm.asDocument(), ADDRESS, [1, 1]), true);
    assert.equal(realm.scripts.length, 3);
  });

  it('gives up when the last try fails', async () => {
    const realm = setup('fails');
    assert.equal(await loadScript(realm.asDocument(), ADDRESS, [1, 1]), false);
    assert.equal(realm.scripts.length, 3);
  });

  it('tries once when there are no pauses', async () => {
    const realm = setup('fails');
    assert.equal(await loadScript(realm.asDocument(), ADDRESS, []), false);
    assert.equal(realm.scripts.length, 1);
  });

  it('takes away a script that failed, and leaves the one that ran', async () => {
    const realm = setup('fails', 'loads');
    await loadScript(realm.asDocument(), ADDRESS, [1]);
    assert.deepEqual(realm.scripts.map(({ isInDocument }) => isInDocument), [false, true]);
  });

  it('asks no second time while the first is still under way', async () => {
    const realm = setup('is-silent');
    const loading = loadScript(realm.asDocument(), ADDRESS, [0, 0]);
    await until(() => realm.scripts.length === 1);
    const [script] = realm.scripts;
    assert.ok(script);
    assert.equal(attached(realm), 1);
    realm.load(script);
    assert.equal(await loading, true);
    assert.equal(realm.scripts.length, 1);
  });
});
