import { css } from 'lit';

export const shojiCardStyles = css`
  :host {
    display: block;
    position: relative;
  }
  [hidden][hidden],
  :host([hidden]),
  :is(.badge, .error, p, button):empty {
    display: none;
  }
  /* room for the frame's focus ring lies inside the frame: pulled out, so that the fields line up with the shop's own */
  .frame {
    margin: -4px;
  }
  .badge,
  .cover {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
  }
  .badge {
    padding: 0 8px;
    border-radius: 4px;
    background: #ffe08a;
    color: #4a3500;
    font: 700 11px/20px system-ui, sans-serif;
  }
  .cover {
    inset-inline-start: 0;
    padding: 28px 0;
    text-align: center;
    pointer-events: none;
  }
  p {
    margin: 8px 0 0;
    font-size: 14px;
    line-height: 1.5;
  }
  .badge:not(:empty) ~ .error {
    margin-top: 28px;
  }
  .error {
    padding: 10px 12px;
    border: 1px solid;
    border-radius: 8px;
    color: light-dark(#b3261e, #ffb4ab);
    font-weight: 600;
  }
  slot[name='fallback'] {
    display: block;
    margin-top: 8px;
  }
  button {
    min-height: 44px;
    margin-top: 8px;
    padding: 0 16px;
    border: 1px solid;
    border-radius: 8px;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  @media (forced-colors: active) {
    .badge {
      border: 1px solid;
    }
  }
`;
