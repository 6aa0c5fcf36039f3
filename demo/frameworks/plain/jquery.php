<!doctype html>
<html lang="ja">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>ご購入手続き</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/checkout.css">
  </head>
  <body>
    <h1>ご購入手続き</h1>
    <form id="pay" action="/pay" method="post">
      <shoji-card name="token" shop-id="tshop00000001" environment="test"></shoji-card>
      <label>
        メールアドレス
        <input id="email" name="email" type="email" autocomplete="email">
      </label>
      <button id="buy">1,980円を支払う</button>
      <dialog></dialog>
    </form>
    <p>
      <button id="toggle">カードを隠す・表示する</button>
      <button id="move">カードを移す</button>
      <button id="modal">ダイアログで支払う</button>
    </p>
    <output id="events"></output>

    <script src="/jquery.js"></script>
    <script src="https://fields.example/shoji-card.js" crossorigin="anonymous" integrity="<?= $integrity ?>"></script>
    <script>
      $(function () {
        var $form = $('#pay');
        var $card = $('shoji-card');

        $form.on('shoji-ready shoji-token shoji-error', function (event) {
          $('#events').append(event.type + ' ');
        });

        $form.on('submit', function (event) {
          event.preventDefault();
          $.ajax({
            url: this.action,
            type: 'POST',
            dataType: 'json',
            // serialize() knows input, select and textarea only
            data: $form.serialize() + '&' + $.param({ token: new FormData(this).get('token') }),
            success: function (answer) {
              location.href = answer.next;
            },
            error: function () {
              $card[0].clear(); // a token works once
            },
          });
        });

        $('#toggle').on('click', function () {
          if ($card[0].isConnected) $card.detach();
          else $form.prepend($card);
        });

        $('#move').on('click', function () {
          if ($card.is(':first-child')) $form.append($card);
          else $form.prepend($card);
        });

        $('#modal').on('click', function () {
          $('dialog').append($card, $('#buy'))[0].showModal();
        });
      });
    </script>
  </body>
</html>
