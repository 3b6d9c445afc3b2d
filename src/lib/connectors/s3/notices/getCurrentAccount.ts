import { defineAction } from '#lib/connectors/define.ts';
import { askQuery } from '#lib/connectors/s3/askQuery.ts';
import { callerInputs } from '#lib/connectors/s3/inputs.ts';
import { openSession } from '#lib/connectors/s3/openSession.ts';
import { pick } from '#lib/connectors/s3/xml.ts';

/** Whom the connection stands for (format.md 2.4). */
export const getCurrentAccount = defineAction({
  label: 'Get current account',
  description: 'Tells the account that the connection belongs to.',
  lazy: true,
  inputs: callerInputs,
  synonyms: ['who am I', 'account ID'],
  example: {
    UserId: 'AIDACKCEVSQ6C2EXAMPLE',
    Account: '123456789012',
    Arn: 'arn:aws:iam::123456789012:user/uploads',
  },
  repeatable: true,
  async perform(account, context) {
    const session = await openSession(account, context, { service: 'sts' });
    const identity = await askQuery(session, 'GetCallerIdentity');
    return { data: pick(identity, { UserId: String, Account: String, Arn: String }) };
  },
});
