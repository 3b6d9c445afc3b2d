/** What stand-ins for strangers' hosts are asked, and what they answer. */

export interface StandInRequest {
  method: string;
  url: string;
  /** Names are lower-case. */
  headers: Readonly<Record<string, string | undefined>>;
  body: string;
}

export interface StandInReply {
  status?: number;
  contentType?: string;
  body: string | Uint8Array;
}

/** What services say in JSON. */
export function json(content: unknown, status = 200): StandInReply {
  return { status, contentType: 'application/json', body: JSON.stringify(content) };
}

/** The content of a JSON text, or `null` where it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
