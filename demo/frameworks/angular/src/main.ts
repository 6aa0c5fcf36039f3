import { bootstrapApplication } from '@angular/platform-browser';
import 'shoji-card/define';
import { Checkout } from './checkout';

await bootstrapApplication(Checkout);
