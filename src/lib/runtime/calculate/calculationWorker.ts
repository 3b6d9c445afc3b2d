/** Entry of a worker that calculates, and may be ended at any time. */
import { answer, type CalculationNews, type CalculationOrder } from '#lib/runtime/calculate/answer.ts';

onmessage = ({ data }: MessageEvent<CalculationOrder>) => {
  void answer(data, (news: CalculationNews) => postMessage(news));
};
