/** A tool that OpenAI runs itself: looking things up on the web. */
import { defineAction } from '#lib/connectors/define.ts';
import { choice, text } from '#lib/connectors/inputs.ts';

/** Describes the tool; an agent that is created with it may use it (format.md 2.4). */
export const createWebSearchTool = defineAction({
  label: 'Agent: Create web search tool',
  description: 'Lets an agent search the web.',
  pure: true,
  inputs: {
    name: text({ label: 'Name', help: 'Names the tool in the result of this step.', default: 'Web Search' }),
    searchContextSize: choice({
      label: 'How much it reads',
      help: 'More takes longer and costs more.',
      choices: ['low', 'medium', 'high'],
      default: 'medium',
    }),
    city: text({ label: 'City', help: 'Where the person is who asks.' }),
    country: text({ label: 'Country', help: 'Two letters, such as DE.' }),
    region: text({ label: 'Region', help: 'A state or a province, such as Bavaria.' }),
    timezone: text({ label: 'Time zone', help: 'Such as Europe/Berlin.' }),
  },
  example: {
    tool: { type: 'hosted', name: 'webSearch', configuration: { searchContextSize: 'medium' } },
    toolName: 'Web Search',
    toolType: 'webSearch',
  },
  perform: ({ name, searchContextSize, ...location }) => {
    const given = Object.entries(location).filter(([, value]) => value !== '');
    const userLocation = { type: 'approximate', ...Object.fromEntries(given) };
    const configuration = { name, searchContextSize, ...(given.length > 0 && { userLocation }) };
    const tool = { type: 'hosted', name: 'webSearch', configuration };
    return { data: { tool, toolName: name, toolType: 'webSearch' } };
  },
});

interface WebSearch {
  toolType?: unknown;
  tool?: { configuration?: { searchContextSize?: unknown; userLocation?: unknown } };
}

/** From the result of that step to what OpenAI calls it; `undefined` for any other tool. */
export function asWebSearch(described: unknown): object | undefined {
  const { toolType, tool } = (described ?? {}) as WebSearch;
  if (toolType !== 'webSearch') return undefined;
  const { searchContextSize, userLocation } = tool?.configuration ?? {};
  return { type: 'web_search', search_context_size: searchContextSize, user_location: userLocation };
}
