/** Frames of the fields origin, sandboxed as ours is: none of the product's code is in this page. */
const FIELDS = document.currentScript.dataset.fieldsOrigin;

const addFrame = (container, path) =>
  new Promise((ready) => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-forms');
    frame.style.cssText = 'display: block; inline-size: 100%; border: 0';
    addEventListener('message', function listen({ source, data }) {
      if (source !== frame.contentWindow || data !== 'ready') return;
      removeEventListener('message', listen);
      ready();
    });
    frame.src = `${FIELDS}/${path}`;
    container.append(frame);
  });

const paths = document.currentScript.dataset.frames.split(' ');
const isSerial = document.currentScript.dataset.order === 'serial';

bench.mount = async (container) => {
  if (isSerial) for (const path of paths) await addFrame(container, path);
  else await Promise.all(paths.map((path) => addFrame(container, path)));
  return () => container.replaceChildren();
};
