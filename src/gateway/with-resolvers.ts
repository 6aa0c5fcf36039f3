/** Promise.withResolvers is younger than the browsers we support. */
export function withResolvers<T>() {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((take) => {
    resolve = take;
  });
  return { promise, resolve };
}
