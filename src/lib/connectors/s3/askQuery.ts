import { byHeaders, type Session } from '#lib/connectors/s3/ask.ts';
import { encodeText } from '#lib/connectors/s3/encode.ts';
import { childOf, readXml, type Xml } from '#lib/connectors/s3/xml.ts';

const versions = { s3: '2006-03-01', sns: '2010-03-31', sts: '2011-06-15' };

/** Asks a service whose operations are names and parameters in a form (SNS, STS); gives what its result holds. */
export async function askQuery(
  session: Session,
  action: string,
  parameters: Readonly<Record<string, string>> = {},
): Promise<Xml | undefined> {
  const all = { Action: action, Version: versions[session.target.service], ...parameters };
  const pairs = Object.entries(all).filter(([, value]) => value !== '');
  const response = await byHeaders(session)({
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: pairs.map(([name, value]) => `${name}=${encodeText(value)}`).join('&'),
  });
  const [, content] = await readXml(new TextDecoder().decode(response.body));
  return childOf(content, `${action}Result`);
}
