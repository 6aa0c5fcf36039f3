/**
 * `node test/frameworks/run.mjs react vue`: installs and builds these apps of demo/frameworks/, or all of them, and pays with each. Needs
 * dist/. `core` stands for those that every test run covers.
 */
import { spawnSync } from 'node:child_process';
import { apps, prepare } from '../../demo/frameworks/prepare.mjs';

const CORE = ['react', 'vue', 'plain'];

const asked = process.argv.slice(2).flatMap((name) => (name === 'core' ? CORE : name));
const names = asked.length ? asked : apps();
prepare(names);
const files = names.map((name) => `test/frameworks/${name}.*test.ts`);
const { status } = spawnSync(process.execPath, ['test/support/run-node-tests.mjs', '--test-concurrency=2', ...files], { stdio: 'inherit' });
process.exitCode = status ?? 1;
