import { NgTemplateOutlet } from '@angular/common';
import { Component, CUSTOM_ELEMENTS_SCHEMA, effect, type ElementRef, signal, viewChild } from '@angular/core';

@Component({
  selector: 'app-checkout',
  imports: [NgTemplateOutlet],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  templateUrl: './checkout.html',
})
export class Checkout {
  readonly isShown = signal(true);
  readonly isLast = signal(false);
  readonly isModal = signal(false);
  readonly events = signal<readonly string[]>([]);
  readonly dialog = viewChild<ElementRef<HTMLDialogElement>>('dialog');

  constructor() {
    effect(() => this.dialog()?.nativeElement.showModal());
  }

  hear({ type }: Event): void {
    this.events.update((earlier) => [...earlier, type]);
  }
}
