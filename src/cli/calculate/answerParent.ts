/** Answers the thread that started this one, which may end it at any time. */
import { parentPort } from 'node:worker_threads';
import { answer, type CalculationOrder } from '#lib/runtime/calculate/answer.ts';

parentPort?.on('message', (order: CalculationOrder) => {
  void answer(order, (news) => parentPort?.postMessage(news));
});
