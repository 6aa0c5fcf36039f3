/** @returns undefined when it fails, or takes longer than so many milliseconds */
export const inTime = <T>(promise: Promise<T>, deadline: number): Promise<T | undefined> =>
  new Promise((resolve) => {
    const end = (value?: T) => {
      clearTimeout(timer);
      resolve(value);
    };
    const timer = setTimeout(end, deadline);
    promise.then(end, () => end());
  });
