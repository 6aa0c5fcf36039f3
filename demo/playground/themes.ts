/** The ready themes: what a merchant would write, and nothing else. */
import { readFile } from 'node:fs/promises';
import { THEMES, type Theme } from './settings.ts';

export type Themes = Readonly<Record<Theme, string>>;

export async function readThemes(): Promise<Themes> {
  const texts = await Promise.all(
    THEMES.map(async (theme) => [theme, theme === 'none' ? '' : await readFile(new URL(`./themes/${theme}.css`, import.meta.url), 'utf8')] as const),
  );
  return Object.fromEntries(texts) as Themes;
}
