import type { ReactNode } from 'react';
import './checkout.css';

export const metadata = { title: 'Checkout', icons: 'data:,' };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
