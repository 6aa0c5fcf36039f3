/** Prints the sizes of what a shopper loads and fails when one is over its budget (test/support/sizes.json, bytes of brotli). */
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const budgets = JSON.parse(readFileSync(new URL('sizes.json', import.meta.url), 'utf8'));
let isOver = false;
for (const [file, budget] of Object.entries(budgets)) {
  const bytes = readFileSync(new URL(`../../${file}`, import.meta.url));
  const gzip = gzipSync(bytes, { level: 9 }).length;
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  const over = brotli > budget;
  isOver ||= over;
  console.log(`${file}: ${bytes.length} B, gzip ${gzip} B, brotli ${brotli} B of ${budget}${over ? ' OVER BUDGET' : ''}`);
}
if (isOver) process.exitCode = 1;
