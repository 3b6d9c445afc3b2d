/** The entry of the thread in which QuickJS runs: takes calls and answers from Node, one message after another. */
import { parentPort } from 'node:worker_threads';
import { Machine } from './Machine.js';

const send = (message) => parentPort.postMessage(message);

let machine = await Machine.open(send);
let turn = Promise.resolve();

parentPort.on('message', (message) => {
  turn = turn.then(() => take(message));
});
send({ kind: 'started' });

async function take(message) {
  if (message.kind !== 'call') return machine.answer(message);
  if (machine.isBroken || machine.isFull) machine = await Machine.open(send);
  return machine.call(message);
}
