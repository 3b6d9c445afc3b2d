import { defineConnector } from '#lib/connectors/define.ts';
import { conversions } from '#lib/connectors/format/conversions.ts';
import {
  deserializeFromBinary,
  deserializeFromCsv,
  deserializeFromJson,
  deserializeFromXml,
  deserializeFromYaml,
} from '#lib/connectors/format/deserialize.ts';
import { deserializeFormData, serializeFormData } from '#lib/connectors/format/formData.ts';
import { deserializeJsonl, serializeJsonl } from '#lib/connectors/format/jsonl.ts';
import { prettyPrint } from '#lib/connectors/format/prettyPrint.ts';
import {
  convertToBoolean,
  convertToInt,
  convertToNumber,
  convertToString,
} from '#lib/connectors/format/scalars.ts';

/** Between text in a format and data, and between formats (format.md 2.3). */
export const changeDataFormat = defineConnector({
  key: 'change-data-format',
  label: 'Change data format',
  description: 'Turn JSON, XML, YAML, CSV and form data into objects and into one another.',
  family: 'data',
  icon: 'arrow-left-right',
  actions: {
    deserializeFromJson,
    deserializeFromXml,
    deserializeFromYaml,
    deserializeFromCsv,
    deserializeFromBinary,
    deserializeJsonl,
    deserializeFormData,
    serializeJsonl,
    serializeFormData,
    prettyPrint,
    convertToString,
    convertToNumber,
    convertToInt,
    convertToBoolean,
    ...conversions,
  },
});
