import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RoundTrips } from './round-trips.ts';

describe('round trips', () => {
  it('are as many as there are requests that wait for an answer', async () => {
    const trips = new RoundTrips(5);
    await Promise.all([trips.pass('document'), trips.pass('words')]);
    await trips.pass('adapter');
    assert.deepEqual(trips.rounds, [['document', 'words'], ['adapter']]);
  });

  it('know nothing of what is still held back', () => {
    const trips = new RoundTrips(5);
    void trips.pass('document');
    assert.deepEqual(trips.rounds, []);
  });
});
