/**
 * Pictures that are kept, to compare with. `UPDATE_SNAPSHOTS=1 npm run test:visual` takes them anew, and so does any that there is not
 * yet. What was seen and what differs is written to a folder beside them, which is not kept.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { launchChromium } from '../support/session-chromium.ts';
import { missing } from '../support/session.ts';
import { compareImages } from './compare-images.ts';
import { differenceOf, ENVIRONMENT, environmentOf, type Environment } from './environment.ts';

const isUpdate = Boolean(process.env['UPDATE_SNAPSHOTS']);

export interface Studio {
  /** None, where Chromium is not installed. */
  readonly browser: Browser | undefined;
  readonly absent: string | false;
  /** Why pictures from here cannot be compared with those that are kept. */
  readonly other: string | undefined;
  /** For the title of a suite. */
  readonly remark: string;
  readonly environment: Environment | undefined;
}

export async function openStudio(): Promise<Studio> {
  const absent = missing('chromium');
  const browser = absent ? undefined : await launchChromium();
  const environment = browser && (await environmentOf(browser));
  const other = browser && !isUpdate ? differenceOf(environment) : undefined;
  return { browser, absent, other, environment, remark: absent ? ` (skipped: ${absent})` : other ? ` (not compared: ${other})` : '' };
}

export class Album {
  readonly #kept: string;
  readonly #studio: Studio;
  /** Where what differs is written. */
  readonly out: string;

  /** @param name - of its folder */
  constructor(name: string, studio: Studio) {
    this.#studio = studio;
    this.#kept = fileURLToPath(new URL(`${name}/`, import.meta.url));
    this.out = fileURLToPath(new URL(`out/${name}/`, import.meta.url));
  }

  open(): void {
    rmSync(this.out, { recursive: true, force: true });
    for (const folder of [this.#kept, this.out]) mkdirSync(folder, { recursive: true });
    if (isUpdate) writeFileSync(ENVIRONMENT, `${JSON.stringify(this.#studio.environment, null, 2)}\n`);
  }

  /** The pictures in it, sorted. */
  files(): string[] {
    const files = readdirSync(this.#kept, { recursive: true }).map((file) => String(file).replaceAll('\\', '/'));
    return files.filter((file) => file.endsWith('.png')).sort();
  }

  /** Takes the picture once it is at rest. @returns how it differs from the one that is kept, or null */
  async compare(page: Page, file: string, take: () => Promise<Buffer>): Promise<string | null> {
    const keptFile = this.#kept + file;
    const kept = existsSync(keptFile) ? readFileSync(keptFile) : undefined;
    const taken = await steady(page, take, kept);
    if (this.#studio.other) {
      write(this.out + file, taken);
      return null;
    }
    const { difference, picture } = kept ? await compareImages(page, kept, taken) : { difference: 'there was no picture; now there is one' };
    if (!difference) return null;
    write((isUpdate || !kept ? this.#kept : this.out) + file, taken);
    if (isUpdate) return null;
    if (picture) write(this.out + file.replace('.png', '-difference.png'), picture);
    return difference;
  }
}

function write(file: string, picture: Buffer): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, picture);
}

/** Milliseconds in which what comes late, such as a style from the page, has reached the frame on a busy machine. */
const REST = 3_000;

/** Two in a row that are the same, and no earlier than after some rest; one that is the same as the picture that is kept is enough. */
export async function steady(page: Page, take: () => Promise<Buffer>, kept?: Buffer): Promise<Buffer> {
  const isSame = async (earlier: Buffer | undefined, taken: Buffer) => earlier !== undefined && (await compareImages(page, earlier, taken)).difference === null;
  const begin = Date.now();
  let earlier: Buffer | undefined;
  for (let attempt = 0; attempt < 20 || Date.now() - begin < 2 * REST; attempt += 1) {
    const taken = await take();
    if (await isSame(kept, taken)) return taken;
    if ((!kept || Date.now() - begin > REST) && (await isSame(earlier, taken))) return taken;
    earlier = taken;
  }
  throw new Error('the picture does not come to rest');
}
