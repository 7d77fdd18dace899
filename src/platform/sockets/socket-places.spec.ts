import { MAX_STRANGERS, type Place, SocketPlaces, TOO_MANY, UNAVAILABLE } from './socket-places.js';

const addressOf = (n: number) => `198.51.${n >> 8}.${n & 255}`;

describe('places of sockets', () => {
  it('of strangers are their own: when they are taken, the admitted keep theirs', () => {
    const places = new SocketPlaces(50);
    const admitted = places.enter('203.0.113.1') as Place;
    expect(admitted.admit('member')).toBe(true);
    const strangers = Array.from({ length: 10_000 }, (_, n) => places.enter(addressOf(n)));
    expect(strangers.filter((place) => typeof place === 'object')).toHaveLength(MAX_STRANGERS);
    expect(strangers.at(-1)).toBe(UNAVAILABLE);
    (strangers[0] as Place).leave();
    const next = places.enter('203.0.113.2') as Place;
    expect(next.admit('another')).toBe(true);
    // An admitted socket is no stranger any more, so its place among them is free.
    expect(typeof places.enter('203.0.113.3')).toBe('object');
  });

  it('of one address are few, whoever is admitted, and come back once', () => {
    const places = new SocketPlaces(2);
    const [first, second] = [places.enter('203.0.113.1') as Place, places.enter('203.0.113.1') as Place];
    first.admit('member');
    expect(places.enter('203.0.113.1')).toBe(TOO_MANY);
    second.leave();
    second.leave();
    expect(typeof places.enter('203.0.113.1')).toBe('object');
    expect(places.enter('203.0.113.1')).toBe(TOO_MANY);
  });

  it('of one actor are few, from any address', () => {
    const places = new SocketPlaces(50);
    const admitted = Array.from({ length: 30 }, (_, n) => (places.enter(addressOf(n)) as Place).admit('member'));
    expect(admitted.filter(Boolean)).toHaveLength(20);
  });
});
