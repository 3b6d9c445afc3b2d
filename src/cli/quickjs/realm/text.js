/** Text as bytes and as base64, by Node's own means. */
(platform) => {
  class TextEncoder {
    encoding = 'utf-8';

    encode(text = '') {
      return new Uint8Array(platform('encodeText', String(text)));
    }
  }

  class TextDecoder {
    #label;
    #fatal;
    #ignoreBOM;

    constructor(label = 'utf-8', { fatal = false, ignoreBOM = false } = {}) {
      this.#label = String(label);
      this.#fatal = Boolean(fatal);
      this.#ignoreBOM = Boolean(ignoreBOM);
      this.decode();
    }

    get encoding() {
      return this.#label.toLowerCase();
    }

    decode(bytes = new ArrayBuffer(0)) {
      const how = { label: this.#label, fatal: this.#fatal, ignoreBOM: this.#ignoreBOM };
      return platform('decodeText', how, bufferOf(bytes));
    }
  }

  function bufferOf(bytes) {
    if (!ArrayBuffer.isView(bytes)) return bytes;
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength).slice().buffer;
  }

  return {
    TextEncoder,
    TextDecoder,
    btoa: (text) => platform('toBase64', String(text)),
    atob: (text) => platform('fromBase64', String(text)),
  };
};
