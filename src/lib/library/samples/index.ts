/** The built-in samples, in the order they are shown (ux.md 2.3). */
import { acmeErp } from '#lib/library/samples/acmeErp.ts';
import { contactList } from '#lib/library/samples/contactList.ts';
import { orderTriage } from '#lib/library/samples/orderTriage.ts';
import type { Sample } from '#lib/library/samples/Sample.ts';
import { todoDigest } from '#lib/library/samples/todoDigest.ts';
import { whenThingsFail } from '#lib/library/samples/whenThingsFail.ts';

export const samples: readonly Sample[] = [orderTriage, contactList, acmeErp, whenThingsFail, todoDigest];
