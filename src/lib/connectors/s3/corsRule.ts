/** What a bucket must say so that a browser may talk to it: it refuses every page that its CORS rule does not name. */

const methods = ['GET', 'PUT', 'POST', 'DELETE', 'HEAD'];

/** Headers of answers that a page may read only when the rule names them; without `ETag` no upload in parts can be ended. */
const exposed = [
  'ETag',
  'x-amz-request-id',
  'x-amz-version-id',
  'x-amz-delete-marker',
  'x-amz-bucket-region',
  'x-amz-server-side-encryption',
];

const MAX_AGE_SECONDS = 600;

/** As the console of Amazon S3 takes it, under “Cross-origin resource sharing”. */
export const corsRuleJson = JSON.stringify(
  [
    {
      AllowedOrigins: ['*'],
      AllowedMethods: methods,
      AllowedHeaders: ['*'],
      ExposeHeaders: exposed,
      MaxAgeSeconds: MAX_AGE_SECONDS,
    },
  ],
  null,
  2,
);

/** The same as the interface itself takes it (`PUT /bucket?cors`), for other stores. */
export const corsRuleXml = `<CORSConfiguration>
  <CORSRule>
    <AllowedOrigin>*</AllowedOrigin>
${methods.map((method) => `    <AllowedMethod>${method}</AllowedMethod>`).join('\n')}
    <AllowedHeader>*</AllowedHeader>
${exposed.map((header) => `    <ExposeHeader>${header}</ExposeHeader>`).join('\n')}
    <MaxAgeSeconds>${MAX_AGE_SECONDS}</MaxAgeSeconds>
  </CORSRule>
</CORSConfiguration>`;

/** Stands beside the fields of a connection. */
export const corsHelp = `The bucket must allow requests from browsers. In the console of Amazon S3, open the bucket, then “Permissions”, then “Cross-origin resource sharing”, and enter this rule. Instead of * you can write the address of this app.

${corsRuleJson}

Other stores take it as XML:

${corsRuleXml}`;
