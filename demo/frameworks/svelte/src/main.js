import { mount } from 'svelte';
import 'shoji-card/define';
import './checkout.css';
import Checkout from './Checkout.svelte';

mount(Checkout, { target: document.getElementById('app') });
