import { createApp } from 'vue';
import 'shoji-card/define';
import './checkout.css';
import Checkout from './Checkout.vue';

createApp(Checkout).mount('#app');
