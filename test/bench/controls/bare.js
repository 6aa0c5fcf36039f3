import { plainFields } from './plain-fields.js';

bench.mount = (container) => {
  plainFields(container);
  return () => container.replaceChildren();
};
