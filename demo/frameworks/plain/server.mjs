// Stands for any server with templates. Of PHP it knows: <?php include 'file' ?>, <?php if ($name): ?> … <?php endif ?> and <?= $name ?>.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const read = (file) => readFileSync(new URL(file, import.meta.url), 'utf8');
const installed = (name) => read(import.meta.resolve(name));

const integrity = JSON.parse(installed('shoji-card/integrity.json'))['shoji-card.js'];

const render = (file, values) =>
  read(file)
    .replace(/<\?php include '([\w.]+)' \?>/g, (_, part) => read(part))
    .replace(/<\?php if \(\$(\w+)\): \?>([^]*?)<\?php endif \?>/g, (_, name, text) => (values[name] ? text : ''))
    .replace(/<\?= \$(\w+) \?>/g, (_, name) => values[name]);

const answers = {
  '/script-tag': () => ['html', render('script-tag.php', { integrity })],
  '/jquery': () => ['html', render('jquery.php', { integrity })],
  '/htmx': (query) => {
    const card = query.get('card') ?? 'first';
    const next = { toggled: card === 'none' ? 'first' : 'none', moved: card === 'first' ? 'last' : 'first' };
    return ['html', render('htmx.php', { integrity, [card]: true, page: card !== 'dialog', ...next })];
  },
  '/checkout.css': () => ['css', read('checkout.css')],
  '/jquery.js': () => ['javascript', installed('jquery/dist/jquery.min.js')],
  '/htmx.js': () => ['javascript', installed('htmx.org/dist/htmx.min.js')],
};

createServer(({ url }, response) => {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const [type, text] = answers[pathname]?.(searchParams) ?? [];
  if (type) response.writeHead(200, { 'content-type': `text/${type}; charset=utf-8` }).end(text);
  else response.writeHead(404).end();
}).listen(process.env.PORT, '127.0.0.1');
