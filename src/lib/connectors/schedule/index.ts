import { defineConnector } from '#lib/connectors/define.ts';
import { schedule } from '#lib/connectors/schedule/schedule.ts';

/** Triggers that go by the clock (format.md 2.1). */
export const scheduleTriggers = defineConnector({
  key: 'schedule-triggers',
  label: 'Schedule',
  description: 'Start a flow at set times.',
  family: 'trigger',
  icon: 'calendar-clock',
  actions: { schedule },
});
