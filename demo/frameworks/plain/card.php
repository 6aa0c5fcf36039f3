<shoji-card
          id="card" hx-preserve name="token" shop-id="tshop00000001" environment="test"
          hx-on:shoji-ready="note(event)" hx-on:shoji-token="note(event)" hx-on:shoji-error="note(event)"></shoji-card>
