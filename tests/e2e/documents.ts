/** Documents that specs load as a user would. */

const component = (key: string) => `{ key: ${key}, version: LATEST, isPublic: true }`;

const head = (name: string) => `definitionVersion: 7
name: ${name}
flows:
  - name: Main
    steps:
      - name: Start
        isTrigger: true
        action: { key: webhook, component: ${component('webhook-triggers')} }
`;

/** Runs for many seconds: a loop in a loop, with more turns than anyone waits for. */
export const endless = `${head('Endless')}
      - name: Outer
        action: { key: loopOverItems, component: ${component('loop')} }
        inputs: { items: { type: value, value: '${JSON.stringify(Array.from({ length: 3000 }, (_, i) => i))}' } }
        steps:
          - name: Inner
            action: { key: loopOverItems, component: ${component('loop')} }
            inputs: { items: { type: value, value: '${JSON.stringify(Array.from({ length: 1000 }, (_, i) => i))}' } }
            steps:
              - name: Make
                action: { key: createObject, component: ${component('collection-tools')} }
                inputs:
                  keyValueInput:
                    type: complex
                    value: [{ name: at, type: reference, value: inner.currentItem }]
`;

/** A loop over three items with a branch inside, a connector that is not installed, and a second flow that fails. */
export const mixed = `${head('Mixed')}
      - name: For each item
        action: { key: loopOverItems, component: ${component('loop')} }
        inputs: { items: { type: value, value: '["bolt", "nut", "cog"]' } }
        steps:
          - name: Is it a cog?
            action: { key: branchOnExpression, component: ${component('branch')} }
            inputs:
              conditions:
                type: complex
                value:
                  - name: Cog
                    type: complex
                    value: [and, [equal, { name: '', type: reference, value: forEachItem.currentItem }, { name: '', type: value, value: cog }]]
            branches:
              - name: Cog
                steps:
                  - name: Note cog
                    action: { key: writeLog, component: ${component('log')} }
                    inputs: { message: { type: template, value: 'Found {{$forEachItem.currentItem}}' } }
              - name: Else
                steps: []
          - name: Collect
            action: { key: createObject, component: ${component('collection-tools')} }
            inputs:
              keyValueInput:
                type: complex
                value:
                  - { name: item, type: reference, value: forEachItem.currentItem }
                  - { name: number, type: reference, value: forEachItem.index }
  - name: Failing
    steps:
      - name: Start here
        isTrigger: true
        action: { key: webhook, component: ${component('webhook-triggers')} }
      - name: Say nothing
        action: { key: writeLog, component: ${component('log')} }
        inputs: { message: { type: reference, value: startHere.results.body.nobody } }
      - name: Ask the database
        action: { key: query, component: ${component('acme-erp')} }
        inputs: {}
`;
