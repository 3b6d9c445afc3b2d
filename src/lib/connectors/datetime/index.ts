import { adjustDateTime } from '#lib/connectors/datetime/adjustDateTime.ts';
import { convertToIsoString } from '#lib/connectors/datetime/convertToIsoString.ts';
import { convertFromEpoch, convertToEpoch } from '#lib/connectors/datetime/epoch.ts';
import { convertToLocalIsoString, formatDateTime } from '#lib/connectors/datetime/formatDateTime.ts';
import { getCurrentDateTime } from '#lib/connectors/datetime/getCurrentDateTime.ts';
import { defineConnector } from '#lib/connectors/define.ts';

/** Dates and times (format.md 2.3). */
export const dateTime = defineConnector({
  key: 'datetime',
  label: 'Date and time',
  description: 'Read, move and write dates.',
  family: 'data',
  icon: 'calendar-clock',
  actions: {
    getCurrentDateTime,
    adjustDateTime,
    formatDateTime,
    convertToIsoString,
    convertToLocalIsoString,
    convertToEpoch,
    convertFromEpoch,
  },
});
