import { useState } from 'react';

/** @param Card - how the card gets into the page: see Card.jsx */
export function Checkout({ Card }) {
  const [isShown, setShown] = useState(true);
  const [isLast, setLast] = useState(false);
  const [isModal, setModal] = useState(false);
  const [events, setEvents] = useState([]);
  const hear = ({ type }) => setEvents((earlier) => [...earlier, type]);

  const card = isShown && <Card key="card" hear={hear} />;
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
      <h1>Checkout</h1>
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
