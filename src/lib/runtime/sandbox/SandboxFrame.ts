/**
 * The page's part of the sandbox: a frame without an origin, in which workers run the user's code. Its own policy and
 * the page's hold together, so nothing in it can be read, stored or sent (architecture 7).
 */
import frameScript from '#lib/runtime/sandbox/frame.js?raw';
import { trustedHtml } from '#lib/runtime/trusted.ts';

/** The one frame of a page; opening another ends it, and every worker in it. */
export class SandboxFrame {
  #frame: HTMLIFrameElement | undefined;

  /** Resolves to the port by which workers are ordered. */
  async open(): Promise<MessagePort> {
    this.close();
    const frame = document.createElement('iframe');
    this.#frame = frame;
    frame.sandbox.add('allow-scripts');
    frame.hidden = true;
    frame.title = 'Sandbox';
    frame.srcdoc = trustedHtml(page);
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    document.body.append(frame);
    await loaded;
    const { port1, port2 } = new MessageChannel();
    // It has no origin to name; the message carries nothing but the port.
    frame.contentWindow?.postMessage(undefined, '*', [port2]);
    return port1;
  }

  close(): void {
    this.#frame?.remove();
    this.#frame = undefined;
  }
}

const policy = "default-src 'none'; script-src 'unsafe-inline' blob:; worker-src blob:; connect-src 'none'";
const page = `<!doctype html><meta http-equiv="content-security-policy" content="${policy}"><script>${frameScript}</script>`;
