<!doctype html>
<html lang="ja">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>ご購入手続き</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/checkout.css">
    <script defer src="/htmx.js"></script>
    <script defer src="https://fields.example/shoji-card.js" crossorigin="anonymous" integrity="<?= $integrity ?>"></script>
    <script>
      function note(event) {
        document.getElementById('events').append(event.type + ' ');
      }
    </script>
  </head>
  <body hx-on::after:swap="document.querySelector('dialog')?.showModal()">
    <h1>ご購入手続き</h1>
    <main hx-target:inherited="main" hx-select:inherited="main" hx-swap:inherited="outerHTML">
      <form id="pay" action="/pay" method="post" hx-post="/pay">
        <?php if ($first): ?><?php include 'card.php' ?><?php endif ?>
        <label>
          メールアドレス
          <input id="email" name="email" type="email" autocomplete="email" hx-preserve>
        </label>
        <?php if ($last): ?><?php include 'card.php' ?><?php endif ?>
        <?php if ($dialog): ?>
        <dialog>
          <?php include 'card.php' ?>
          <button id="buy">1,980円を支払う</button>
        </dialog>
        <?php endif ?>
        <?php if ($page): ?><button id="buy">1,980円を支払う</button><?php endif ?>
      </form>
      <p>
        <button id="toggle" hx-get="/htmx?card=<?= $toggled ?>">カードを隠す・表示する</button>
        <button id="move" hx-get="/htmx?card=<?= $moved ?>">カードを移す</button>
        <button id="modal" hx-get="/htmx?card=dialog">ダイアログで支払う</button>
      </p>
    </main>
    <output id="events"></output>
  </body>
</html>
