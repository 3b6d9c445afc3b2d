/** The part of `crypto` that makes random values, by Node's own means. */
(platform) => {
  const crypto = {
    randomUUID: () => platform('uuid'),
    getRandomValues(view) {
      const bytes = new Uint8Array(platform('randomBytes', view.byteLength));
      new Uint8Array(view.buffer, view.byteOffset, view.byteLength).set(bytes);
      return view;
    },
  };
  return { crypto };
};
