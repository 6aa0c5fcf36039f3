/** A name for editors and the build, which minifies what bears it. */
const css = String.raw;

export const paymentMethodStyles = css`
  select {
    min-inline-size: 88px;
    padding: 0 10px;
    background-color: light-dark(#fff, #26272d);
    font-size: 16px; /* below it iOS zooms in */
  }
  output {
    font-variant-numeric: tabular-nums;
  }
  .option > output:not(:empty) {
    margin-block-start: -8px;
    color: inherit;
    font-weight: 600;
  }
  @media (width < 380px) {
    select {
      grid-column: 2 / -1;
      justify-self: start;
      margin-block-end: 12px;
    }
  }
  .note:not(:empty) {
    margin-block-start: 8px;
    color: var(--muted);
  }
`;
