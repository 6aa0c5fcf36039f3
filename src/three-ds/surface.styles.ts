/** A name for editors and the build, which minifies what bears it. */
const css = String.raw;

/** Colours and measures are those of the fields (theme/form-look.ts), so that the dialog looks like one of the family. */
export const surfaceStyles = css`
  :host {
    --accent: var(--shoji-accent, light-dark(#33499e, #a9b8f5));
    --on-accent: light-dark(#fff, #101832);
    --line: color-mix(in srgb, currentColor 18%, transparent);
    --quiet: color-mix(in srgb, currentColor 72%, transparent);
    display: block;
    line-height: 1.5;
  }
  /* what can be read on an accent of the shop's: the one of the two that stands out more (relative luminance, WCAG 2) */
  @supports (color: color(from red xyz x y z)) {
    :host {
      --white: clamp(0, (0.2 - y) * 9999, 1);
      --on-accent: color(
        from var(--accent) xyz calc(0.0112 + 0.9393 * var(--white)) calc(0.0099 + 0.9901 * var(--white)) calc(0.0315 + 1.0575 * var(--white)) / 1
      );
    }
  }
  *,
  ::backdrop {
    box-sizing: border-box;
  }
  [hidden][hidden],
  p:empty {
    display: none;
  }
  h2,
  p,
  ul {
    margin: 0;
  }
  h2 {
    font-size: 16px;
    line-height: 1.5;
  }
  :is(h2, p, li, label, button) {
    overflow-wrap: anywhere;
  }
  /* short sentences break between phrases where the browser knows them */
  :is(h2, button, .veil p, .question p) {
    word-break: auto-phrase;
    text-wrap: balance;
  }
  :is(li, label, .notice p) {
    word-break: auto-phrase;
    text-wrap: pretty;
  }
  button,
  summary {
    min-block-size: 44px;
    border-radius: 8px;
    color: inherit;
    font: inherit;
    font-size: 14px;
    cursor: pointer;
  }
  button {
    padding: 8px 16px;
    border: 1px solid color-mix(in srgb, currentColor 48%, transparent);
    background: none;
    font-weight: 600;
  }
  button.primary {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }
  button.quiet {
    border-color: transparent;
    color: var(--accent);
    font-weight: 400;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  :is(button, summary, input, h2):focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  h2:focus {
    outline: 0;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .buttons > button {
    flex: 1 1 auto;
  }

  .notice {
    margin-block-end: 20px;
    padding: 16px;
    border: 1px solid var(--line);
    border-inline-start: 4px solid var(--accent);
    border-radius: 8px;
    background: color-mix(in srgb, currentColor 3%, transparent);
    font-size: 14px;
  }
  .notice h2 {
    margin-block-end: 4px;
  }
  .notice .buttons {
    margin-block-start: 12px;
  }

  .consent {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 10px;
    margin-block-start: 12px;
    font-size: 13px;
  }
  .consent input {
    inline-size: 22px;
    block-size: 22px;
    margin: 0;
    accent-color: var(--accent);
  }
  .consent p {
    grid-column: 2;
    margin-block-start: 4px;
    color: var(--shoji-error, light-dark(#b3261e, #ffb4ab));
    font-weight: 600;
  }
  .consent p::before {
    content: '⚠ ' / '';
  }

  dialog {
    inline-size: fit-content;
    max-inline-size: calc(100vw - 32px);
    max-block-size: calc(100dvh - 32px);
    margin: auto;
    padding: 0;
    border: 1px solid var(--line);
    border-radius: 14px;
    background: light-dark(#fff, #1c1d22);
    color: light-dark(#1b1b1f, #ececf1);
    box-shadow: 0 24px 64px rgb(0 0 0 / 28%);
    overflow: hidden;
    overscroll-behavior: contain;
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
  }
  ::backdrop {
    background: rgb(16 18 28 / 56%);
  }
  header,
  footer {
    flex: none;
    padding-inline: 16px;
  }
  header {
    display: flex;
    align-items: center;
    gap: 12px;
    padding-block: 8px;
    padding-inline-end: 8px;
    border-block-end: 1px solid var(--line);
  }
  header h2 {
    flex: 1;
  }
  header p {
    color: var(--quiet);
    font-size: 13px;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .heard {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  header button {
    border-color: transparent;
  }
  .window {
    position: relative;
    flex: 0 1 var(--height, 2000px);
    inline-size: var(--width, 632px);
    max-inline-size: 100%;
    min-block-size: 0;
    background: #fff;
    color: #1b1b1f;
    color-scheme: light;
  }
  iframe {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    border: 0;
  }
  .veil,
  .question {
    position: absolute;
    inset: 0;
    display: grid;
    align-content: center;
    justify-items: center;
    gap: 16px;
    padding: 24px;
    text-align: center;
    font-size: 14px;
  }
  .veil {
    background: #fff;
  }
  .turning {
    inline-size: 28px;
    block-size: 28px;
    border: 3px solid #d9dcea;
    border-block-start-color: var(--accent);
    border-radius: 50%;
    animation: turn 1.1s linear infinite;
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  .question {
    background: inherit;
  }
  .question .buttons {
    inline-size: min(100%, 320px);
    flex-direction: column;
  }
  footer {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: space-between;
    column-gap: 8px;
    padding-block: 4px;
    border-block-start: 1px solid var(--line);
    inline-size: var(--width, auto);
    max-inline-size: 100%;
    /* no percentage: WebKit takes it of a height that is not known yet, and shuts the foot */
    max-block-size: 45dvh;
    overflow: auto;
  }
  footer :is(button, summary) {
    font-size: 13px;
  }
  footer button {
    padding-inline: 0;
    text-align: start;
  }
  details[open] {
    flex-basis: 100%;
  }
  summary {
    display: list-item;
    padding-block: 11px;
  }
  ul {
    display: grid;
    gap: 6px;
    padding: 0 0 12px 20px;
    color: var(--quiet);
    font-size: 13px;
  }

  @media (width < 480px), (height < 500px) {
    dialog {
      inline-size: 100%;
      max-inline-size: none;
      block-size: 100dvh;
      max-block-size: none;
      padding: env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom) env(safe-area-inset-left);
      border: 0;
      border-radius: 0;
      box-shadow: none;
    }
    .window {
      flex: 1 1 0;
      inline-size: 100%;
    }
    footer {
      inline-size: 100%;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .turning {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .notice,
    dialog {
      border-color: CanvasText;
    }
    button.primary {
      border-width: 2px;
    }
  }
`;
