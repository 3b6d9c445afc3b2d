import { beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Announce from '#lib/ui/announce.ts';

let announce: typeof Announce.announce;
let listen: typeof Announce.listenForAnnouncements;

// What waits is kept by the module: each test has one of its own.
beforeEach(async () => {
  vi.resetModules();
  ({ announce, listenForAnnouncements: listen } = await import('#lib/ui/announce.ts'));
});

/** A live region that keeps what it is told. */
function region() {
  const heard: string[] = [];
  return { heard, leave: listen((message) => heard.push(message)) };
}

describe('an announcement', () => {
  it('is heard at once, also when it repeats the last one', () => {
    const { heard } = region();
    announce('Run started.');
    announce('Run started.');
    expect(heard).toEqual(['Run started.', 'Run started.']);
  });

  it('waits for a listener and is then heard once, in order', () => {
    announce('one');
    announce('two');
    const first = region();
    first.leave();
    const second = region();
    expect([first.heard, second.heard]).toEqual([['one', 'two'], []]);
  });

  it('waits again after the listener left', () => {
    region().leave();
    announce('between two pages');
    expect(region().heard).toEqual(['between two pages']);
  });

  it('is heard by the newest listener only', () => {
    const [old, current] = [region(), region()];
    announce('one');
    expect([old.heard, current.heard]).toEqual([[], ['one']]);
  });

  it('is still heard when an older listener leaves late', () => {
    const [old, current] = [region(), region()];
    old.leave();
    announce('one');
    expect(current.heard).toEqual(['one']);
  });

  it('without words is none', () => {
    announce('');
    const { heard } = region();
    announce('');
    expect(heard).toEqual([]);
  });
});
