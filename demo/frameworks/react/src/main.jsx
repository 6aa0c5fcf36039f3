import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import 'shoji-card/define';
import './checkout.css';
import { Component, Tag } from './Card.jsx';
import { Checkout } from './Checkout.jsx';

const isByComponent = new URLSearchParams(location.search).has('component');

createRoot(document.getElementById('root')).render(
  <StrictMode>
    <Checkout Card={isByComponent ? Component : Tag} />
  </StrictMode>,
);
