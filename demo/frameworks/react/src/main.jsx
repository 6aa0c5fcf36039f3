import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import 'shoji-card/define';
import './checkout.css';
import { Checkout } from './Checkout.jsx';

createRoot(document.getElementById('root')).render(
  <StrictMode>
    <Checkout />
  </StrictMode>,
);
