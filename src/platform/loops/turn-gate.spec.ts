import { TurnGate } from './turn-gate.js';

const bounds = { width: 1, waitingPerShare: 3, waitingPerLane: 5, retryAfter: 5 };

/** A gate whose one place is held until `open`, and the order in which the others came through it. */
function held() {
  const gate = new TurnGate(bounds);
  const order: string[] = [];
  let open: () => void = () => undefined;
  const first = gate.through('a', 'holder', () => new Promise<void>((resolve) => (open = resolve)));
  const come = (lane: string, share: string, name = `${lane}${share}`) =>
    gate.through(lane, share, async () => {
      order.push(name);
    });
  return { come, order, open: () => open(), first };
}

describe('a fair gate', () => {
  it('gives places to lanes in turn, and within a lane to shares in turn', async () => {
    const { come, order, open, first } = held();
    const waiting = [come('a', '1'), come('a', '1'), come('a', '1'), come('a', '2'), come('b', '1'), come('b', '1')];
    open();
    await Promise.all([first, ...waiting]);
    expect(order).toEqual(['a1', 'b1', 'a2', 'b1', 'a1', 'a1']);
  });

  it('refuses whoever would be one too many of its share or its lane, and nobody else', async () => {
    const { come, order, open, first } = held();
    const waiting = [come('a', '1'), come('a', '1'), come('a', '1')];
    await expect(come('a', '1')).rejects.toMatchObject({ code: 'BUSY', retryAfter: 5 });
    waiting.push(come('a', '2'), come('a', '3'));
    await expect(come('a', '4')).rejects.toMatchObject({ code: 'BUSY' });
    waiting.push(come('b', '1'));
    open();
    await Promise.all([first, ...waiting]);
    expect(order).toHaveLength(6);
  });

  it('passes its place on when the work fails', async () => {
    const gate = new TurnGate(bounds);
    const fails = gate.through('a', '1', () => Promise.reject(new Error('no')));
    const follows = gate.through('a', '2', async () => 'through');
    await expect(fails).rejects.toThrow('no');
    await expect(follows).resolves.toBe('through');
  });
});
