import type { HttpResponse } from '#lib/connectors/define.ts';
import { byHeaders, type Asked, type Session } from '#lib/connectors/s3/ask.ts';
import { readAnswer } from '#lib/connectors/s3/failures.ts';
import type { Xml } from '#lib/connectors/s3/xml.ts';

/** Asks, and gives what the XML of the answer holds. */
export async function askXml(session: Session, asked: Asked): Promise<Xml> {
  return await xmlOf(await byHeaders(session)(asked), session, asked.key);
}

/** What the XML of an answer holds. */
export async function xmlOf(response: HttpResponse, session: Session, key?: string): Promise<Xml> {
  const { bucket, region } = session.target;
  return await readAnswer(response, { bucket, key, region, now: session.context.now() });
}
