<!doctype html>
<html lang="ja">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>ご購入手続き</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/checkout.css">
    <script defer src="https://fields.example/shoji-card.js" crossorigin="anonymous" integrity="<?= $integrity ?>"></script>
  </head>
  <body>
    <h1>ご購入手続き</h1>
    <form id="pay" action="/pay" method="post">
      <label>
        メールアドレス
        <input id="email" name="email" type="email" autocomplete="email">
      </label>
      <shoji-card name="token" shop-id="tshop00000001" environment="test"></shoji-card>
      <button id="buy">1,980円を支払う</button>
    </form>
    <p>特定商取引法に基づく表記</p>
  </body>
</html>
