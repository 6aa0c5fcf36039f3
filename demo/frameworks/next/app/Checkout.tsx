'use client'; // and rendered on the server all the same: the tag is there before the script

import 'shoji-card/define';
import type { ShojiCard } from 'shoji-card';
import { useCallback, useState } from 'react';

const EVENTS = ['shoji-ready', 'shoji-token', 'shoji-error'] as const;

export function Checkout() {
  const [isShown, setShown] = useState(true);
  const [isLast, setLast] = useState(false);
  const [isModal, setModal] = useState(false);
  const [events, setEvents] = useState<string[]>([]);

  // React hears nothing of a custom element that came from the server (react#35446): a ref listens, whichever way the element came
  const listen = useCallback((card: ShojiCard) => {
    const mounted = new AbortController();
    const hear = ({ type }: Event) => setEvents((earlier) => [...earlier, type]);
    for (const name of EVENTS) card.addEventListener(name, hear, mounted);
    return () => mounted.abort();
  }, []);

  const card = isShown && (
    <shoji-card
      key="card"
      ref={listen}
      name="token"
      shop-id="tshop00000001"
      environment="test"
      hosted-url="https://fields.example/hosted/index.html"
    />
  );
  const email = (
    <label key="email">
      E-mail
      <input id="email" name="email" type="email" autoComplete="email" />
    </label>
  );
  const buy = (
    <button key="buy" id="buy">
      Pay ¥1,980
    </button>
  );
  const dialog = (
    <dialog key="dialog" ref={(element) => element?.showModal()}>
      {card}
      {buy}
    </dialog>
  );

  return (
    <>
      <form id="pay" action="/pay" method="post">
        {isModal ? [email, dialog] : isLast ? [email, card, buy] : [card, email, buy]}
      </form>
      <p>
        <button id="toggle" onClick={() => setShown(!isShown)}>
          {isShown ? 'Take the card away' : 'Show the card'}
        </button>
        <button id="move" onClick={() => setLast(!isLast)}>
          Move the card
        </button>
        <button id="modal" onClick={() => setModal(true)}>
          Pay in a dialog
        </button>
      </p>
      <output id="events">{events.join(' ')}</output>
    </>
  );
}
