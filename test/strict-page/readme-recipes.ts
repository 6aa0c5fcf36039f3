/** What the README tells a shop to copy: the headers that stand behind a marker, and the script tag. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8').replaceAll('\r\n', '\n');

/** The block after `<!-- headers: name -->`; a line that begins with a space goes on with the one before. */
export function headersOf(name: string): [name: string, value: string][] {
  const block = new RegExp(`<!-- headers: ${name} -->\\n\`\`\`http\\n([^]*?)\`\`\``).exec(README)?.[1];
  assert.ok(block, `README.md has headers marked ${name}`);
  const lines = block.replace(/\n +/g, ' ').trim().split('\n');
  return lines.map((line) => {
    const [, header, value] = /^([\w-]+): (.+)$/.exec(line) ?? [];
    assert.ok(header && value, line);
    return [header, value];
  });
}

/** Every `<script src>` of ours that the README shows whole. */
export const scriptTags = (): string[] => [...README.matchAll(/<script\b[^>]*\bsrc="https[^>]*><\/script>/g)].map(([tag]) => tag);

/** The names of the marked blocks. */
export const recipes = (): string[] => [...README.matchAll(/<!-- headers: ([\w-]+) -->/g)].map(([, name]) => name ?? '');
