/** `URL` and `URLSearchParams`, by Node's own means: here are only the parts they come apart into. */
(platform) => {
  class URLSearchParams {
    #pairs;
    #changed;

    /** `changed` is for the address that it belongs to. */
    constructor(given = '', changed = () => undefined) {
      this.#pairs = pairsOf(given);
      this.#changed = changed;
    }

    get size() {
      return this.#pairs.length;
    }

    get(name) {
      return this.#pairs.find(([key]) => key === String(name))?.[1] ?? null;
    }

    getAll(name) {
      return this.#pairs.filter(([key]) => key === String(name)).map(([, value]) => value);
    }

    has(name, value) {
      const found = this.getAll(name);
      return value === undefined ? found.length > 0 : found.includes(String(value));
    }

    append(name, value) {
      this.#set([...this.#pairs, [String(name), String(value)]]);
    }

    set(name, value) {
      const at = this.#pairs.findIndex(([key]) => key === String(name));
      if (at < 0) return this.append(name, value);
      const isOther = ([key], index) => index === at || key !== String(name);
      const pairs = this.#pairs.filter(isOther);
      pairs[at] = [String(name), String(value)];
      return this.#set(pairs);
    }

    delete(name) {
      this.#set(this.#pairs.filter(([key]) => key !== String(name)));
    }

    sort() {
      this.#set(this.#pairs.toSorted(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0)));
    }

    forEach(each) {
      for (const [name, value] of this.#pairs) each(value, name, this);
    }

    keys() {
      return this.#pairs.map(([name]) => name).values();
    }

    values() {
      return this.#pairs.map(([, value]) => value).values();
    }

    entries() {
      return this.#pairs.map((pair) => [...pair]).values();
    }

    [Symbol.iterator]() {
      return this.entries();
    }

    toString() {
      return platform('queryText', this.#pairs);
    }

    #set(pairs) {
      this.#pairs = pairs;
      this.#changed(this.toString());
    }
  }

  function pairsOf(given) {
    if (typeof given !== 'object' || given === null) return platform('query', String(given));
    const pairs = given[Symbol.iterator] ? [...given] : Object.entries(given);
    return pairs.map(([name, value]) => [String(name), String(value)]);
  }

  class URL {
    #parts;
    #query;

    constructor(href, base) {
      const parts = partsOf(href, base);
      if (!parts) throw new TypeError(`Invalid URL: ${href}`);
      this.#parts = parts;
    }

    static canParse(href, base) {
      return partsOf(href, base) !== null;
    }

    static parse(href, base) {
      return URL.canParse(href, base) ? new URL(href, base) : null;
    }

    get searchParams() {
      this.#query ??= new URLSearchParams(this.#parts.search, (text) => this.#change('search', text));
      return this.#query;
    }

    get origin() {
      return this.#parts.origin;
    }

    toString() {
      return this.#parts.href;
    }

    toJSON() {
      return this.#parts.href;
    }

    static #get(url, name) {
      return url.#parts[name];
    }

    static #set(url, name, value) {
      url.#change(name, String(value));
      if (name === 'search' || name === 'href') url.#query = undefined;
    }

    #change(name, value) {
      this.#parts = platform('changedAddress', { href: this.#parts.href, name, value });
    }

    static {
      const names = ['href', 'protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname'];
      for (const name of [...names, 'search', 'hash'])
        Object.defineProperty(URL.prototype, name, {
          get() {
            return URL.#get(this, name);
          },
          set(value) {
            URL.#set(this, name, value);
          },
          enumerable: true,
          configurable: true,
        });
    }
  }

  function partsOf(href, base) {
    return platform('address', { href: String(href), ...(base !== undefined && { base: String(base) }) });
  }

  return { URL, URLSearchParams };
};
