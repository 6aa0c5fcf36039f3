import { ShojiCard } from 'shoji-card/react';

/** The tag itself. */
export function Tag({ hear }) {
  return (
    <shoji-card
      name="token"
      shop-id="tshop00000001"
      environment="test"
      hosted-url="https://fields.example/hosted/index.html"
      onshoji-ready={hear}
      onshoji-token={hear}
      onshoji-error={hear}
    />
  );
}

/** The component, with types for all of it. */
export function Component({ hear }) {
  return (
    <ShojiCard
      name="token"
      shopId="tshop00000001"
      environment="test"
      hostedUrl="https://fields.example/hosted/index.html"
      onReady={hear}
      onToken={hear}
      onError={hear}
    />
  );
}
