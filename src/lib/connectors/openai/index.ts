import { defineConnector } from '#lib/connectors/define.ts';
import { callOpenai, openaiBase } from '#lib/connectors/openai/callOpenai.ts';
import { classifyAndBranch } from '#lib/connectors/openai/classifyAndBranch.ts';
import { createAgent } from '#lib/connectors/openai/createAgent.ts';
import { createChatCompletion } from '#lib/connectors/openai/createChatCompletion.ts';
import { createFlowTool, resumeRun, toolFlowTrigger } from '#lib/connectors/openai/notHere.ts';
import { runAgent } from '#lib/connectors/openai/runAgent.ts';
import { uploadFile } from '#lib/connectors/openai/uploadFile.ts';
import { createWebSearchTool } from '#lib/connectors/openai/webSearch.ts';
import { field, secretField } from '#lib/connectors/service/fields.ts';
import { defineRawRequest } from '#lib/connectors/service/rawRequest.ts';

/** Models of OpenAI (format.md 2.4). */
export const openai = defineConnector({
  key: 'openai',
  label: 'OpenAI',
  description: 'Let models answer, decide and read files.',
  family: 'network',
  icon: 'sparkles',
  needs: 'network',
  connections: {
    openAiApiKey: {
      label: 'API key',
      fields: {
        apiKey: secretField('API key'),
        organization: field('Organization', {
          required: false,
          help: 'Its ID, if the key belongs to several.',
        }),
      },
    },
  },
  actions: {
    toolFlowTrigger,
    createChatCompletion,
    classifyAndBranch,
    createAgent,
    runAgent,
    resumeRun,
    createWebSearchTool,
    createFlowTool,
    uploadFile,
    rawRequest: defineRawRequest('OpenAI', openaiBase, callOpenai),
  },
});
