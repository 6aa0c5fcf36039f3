'use client'; // and rendered on the server all the same: the tag is there before the script

import { useState } from 'react';
import { ShojiCard } from 'shoji-card/react';

export function Checkout() {
  const [isShown, setShown] = useState(true);
  const [isLast, setLast] = useState(false);
  const [isModal, setModal] = useState(false);
  const [events, setEvents] = useState<string[]>([]);

  const hear = ({ type }: Event) => setEvents((earlier) => [...earlier, type]);
  const card = isShown && (
    <ShojiCard
      key="card"
      name="token"
      shopId="tshop00000001"
      environment="test"
      hostedUrl="https://fields.example/hosted/index.html"
      onReady={hear}
      onToken={hear}
      onError={hear}
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
