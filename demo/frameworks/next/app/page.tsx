import { Checkout } from './Checkout';

export default function Page() {
  return (
    <main>
      <h1>Checkout</h1>
      <Checkout />
    </main>
  );
}
