/** A name for editors and the build, which minifies what bears it. */
const css = String.raw;

/** In the top layer, at the edge of the window; nothing of the shop's style comes in. */
export const overlayStyles = css`
  :host {
    all: initial;
    --line: light-dark(#d7dae6, #43464f);
    --accent: light-dark(#33499e, #a9b8f5);
    position: fixed;
    inset: auto 16px calc(16px + var(--above, 0) * 52px) auto;
    color-scheme: light dark;
    color: light-dark(#1b1b1f, #ececf1);
    font: 14px/1.5 system-ui, sans-serif;
  }
  :host(:not(:popover-open)),
  [hidden] {
    display: none;
  }
  button {
    min-block-size: 40px;
    padding: 0 14px;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: light-dark(#fff, #1c1d22);
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .badge {
    display: block;
    margin-inline-start: auto;
    border-radius: 20px;
    font-weight: 600;
    box-shadow: 0 4px 16px rgb(0 0 0 / 18%);
  }
  .badge::before {
    content: '';
    display: inline-block;
    inline-size: 10px;
    block-size: 10px;
    margin-inline-end: 8px;
    border-radius: 50%;
    background: var(--mark, #2b8a57);
  }
  .error {
    --mark: light-dark(#b3261e, #ffb4ab);
  }
  .warning {
    --mark: light-dark(#8a5a00, #f0c064);
  }
  .note {
    --mark: light-dark(#33499e, #a9b8f5);
  }
  section {
    box-sizing: border-box;
    inline-size: min(440px, calc(100vw - 32px));
    max-block-size: min(560px, calc(100dvh - 100px));
    margin-block-end: 8px;
    padding: 16px;
    border: 1px solid var(--line);
    border-radius: 14px;
    background: light-dark(#fff, #1c1d22);
    box-shadow: 0 16px 48px rgb(0 0 0 / 24%);
    overflow: auto;
    overscroll-behavior: contain;
  }
  h2,
  p,
  ol,
  pre {
    margin: 0;
    padding: 0;
    overflow-wrap: anywhere;
  }
  /* Japanese breaks between phrases, where the browser can */
  h2,
  p {
    word-break: auto-phrase;
    text-wrap: pretty;
  }
  ol:empty {
    display: none;
  }
  h2 {
    font-size: 16px;
  }
  li {
    display: block;
    padding-block: 12px;
    border-block-start: 1px solid var(--line);
  }
  ol {
    margin-block-start: 12px;
  }
  b {
    color: var(--mark);
  }
  small {
    color: light-dark(#5a5d68, #b3b6c2);
    font: 12px/1.5 ui-monospace, monospace;
  }
  pre {
    margin-block: 8px;
    padding: 8px 10px;
    border-radius: 8px;
    background: light-dark(#f3f4f9, #2a2c33);
    font: 13px/1.5 ui-monospace, monospace;
    white-space: pre-wrap;
  }
  @media (forced-colors: active) {
    .badge::before {
      background: CanvasText;
    }
  }
`;
